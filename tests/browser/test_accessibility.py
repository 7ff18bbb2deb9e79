"""The gate for pages is not asleep: what is wrong with a planted page is found.

It depends on `accessibility` and on the fixtures of this folder.
Tests of real pages stand beside this file, one file a page.
"""

from tests.browser.accessibility import assert_accessible, assert_fits, violations

GOOD = """<!doctype html><html lang="en"><head><title>Statements side by side</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Statements side by side</h1><p>Two sources differ.</p></main></body></html>"""


def test_a_good_page_passes_on_a_desktop_and_on_a_phone(open_page, tmp_path):
    page = written(tmp_path, GOOD)

    assert_accessible(open_page(page))
    assert_accessible(open_page(page, phone=True, dark=True))
    assert_fits(open_page(page, phone=True))


def test_a_picture_without_words_and_pale_text_are_found(open_page, tmp_path):
    planted = (
        '<p style="color:#bbb;background:#fff">pale</p><img src="data:image/gif;base64,R0lGOD">'
    )
    page = open_page(written(tmp_path, GOOD.replace("</main>", f"{planted}</main>")))

    assert {found.split(" ")[0] for found in violations(page)} == {"color-contrast", "image-alt"}


def test_a_page_that_is_too_wide_for_a_phone_is_found(open_page, tmp_path):
    page = open_page(written(tmp_path, GOOD.replace("<p>", '<p style="width:900px">')), phone=True)

    assert page.evaluate("document.documentElement.scrollWidth") > 360


def test_a_script_is_found_and_data_for_machines_is_not(open_page, tmp_path):
    scripts = "<script>1</script><script type='application/ld+json'>{}</script>"
    page = open_page(written(tmp_path, GOOD.replace("</main>", f"{scripts}</main>")))

    assert violations(page) == ["script: a page of ours runs none"]


def written(folder, text):
    page = folder / "page.html"
    page.write_text(text, encoding="utf-8")
    return page.as_uri()
