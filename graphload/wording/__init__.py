"""What words mean: names, natures of ownership, holders named in footnotes, share classes, signatures."""
