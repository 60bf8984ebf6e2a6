"""Write the generated pages of the documentation, and remove those of packs that are gone."""

from tests.docs.pages import DOCS, generated, stale


def main() -> None:
    """Bring the folder docs/ up to date."""
    for page in stale():
        page.unlink()
    for name, text in generated().items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
