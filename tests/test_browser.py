"""Pages in a real browser: nothing runs, nothing overlaps, the keyboard reaches everything, and it is quick.

Skipped where there is no Chromium with its driver, or where an accessibility checker cannot be had.
"""

import json
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

import newsfigures as nf

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
PHONE, DESK = (360, 740), (1280, 900)
PAPERS = (
    ("Delta Gazette", "2024-05-02", """The health ministry said 40 people were killed in Orun. Over 100 were injured.

The army said it had destroyed about 30 drones, while the navy had lost nothing at all since World War II."""),
    ("Northern Wire", "2024-05-02", "Rescuers said 95 people were killed in Orun. At least 120 were injured."),
    ("Orun Post", "2024-05-03", "The mayor said at least 41 people were killed in Orun. Doctors counted 118 injured."),
    ("Weekly Orun", "2024-05-03", """A western official put the dead at up to 60. Around 2,000 people were injured in
Orun, the Red Crescent said. Fewer than 10 houses burned. Damage was put at $1.2bn to $1.5bn."""),
    ("Daily Kor", "2024-05-05", "The health ministry said the toll had risen to 64 people killed in Orun."),
)  # fmt: skip
HOSTILE = (
    "<script>window.hacked = 1</script> \"Over 100\" <img src=x onerror='window.hacked=2'> people died, the min'istry "
    "said.</p></a></bdi></style><style>*{display:none}</style>\n\n"
    "\u05d0\u05de\u05e8 \u05d4\u05e9\u05e8: \u202e3,000 people were injured "
    "& \u0642\u062a\u0644 40 people were killed.\n\n"
    f"About 20 {'x' * 3000} and 30 people fell ill."
)


@pytest.fixture(scope="module")
def chromium():
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    if BROWSER is None or DRIVER is None:
        pytest.skip("no Chromium with its driver on this machine")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    browser.set_page_load_timeout(60)
    yield browser
    browser.quit()


class Shown:
    """A page in a window of a given size."""

    def __init__(self, browser, path, size, *, dark=False, media=""):
        self.browser = browser
        width, height = size
        browser.get_log("browser")
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})
        browser.get(path.as_uri())

    def run(self, script, *words):
        return self.browser.execute_script(script, *words)

    def log(self):
        return [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] != "INFO"]

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            code = {"Tab": 9, "Enter": 13}[key]
            self.browser.execute_cdp_cmd(
                "Input.dispatchKeyEvent", {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}
            )


@pytest.fixture
def show(chromium, tmp_path):
    def opened(page, size=DESK, **options):
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return Shown(chromium, path, size, **options)

    return opened


def demo():
    texts, claims = {}, []
    for outlet, published, text in PAPERS:
        texts[outlet] = text
        claims += nf.extract(text, published=published, source=nf.Source(outlet=outlet, document=outlet))
    return nf.html(nf.reconcile(claims), text=texts)


def hostile():
    claims = nf.extract(HOSTILE, published="2024-05-02", source=nf.Source(outlet=HOSTILE, document="x"))
    return nf.html(nf.reconcile(claims), text={"x": HOSTILE}, title=HOSTILE[:200])


def many(count):
    text = "\n\n".join(f"Police said {1000 + number} people were injured." for number in range(count))
    claims = nf.extract(text, published="2024-05-02", source="Courier")
    assert len(claims) == count
    return nf.html(claims, text=text)


def checked():
    source = nf.extract(PAPERS[0][2], published=PAPERS[0][1], source=PAPERS[0][0])
    summary = (
        "The health ministry said up to 50 people were killed in Orun. Over 30 drones were destroyed, and 9 ships sank."
    )
    return nf.html(nf.support_all(nf.extract(summary, published="2024-05-03"), source), text=summary)


PAGES = {"demo": demo, "hostile": hostile, "checked": checked}
OVERFLOW = """
const width = document.documentElement.clientWidth;
return [document.documentElement.scrollWidth - width, ...[...document.querySelectorAll('main *')]
  .filter(e => e.offsetParent != null && e.getBoundingClientRect().right > width + 1)
  .map(e => e.outerHTML.slice(0, 90))];
"""
LABELS = """
return [...document.querySelectorAll('figure svg.nf-plot')].map(svg => {
  const inside = svg.getBoundingClientRect();
  return {width: inside.width, texts: [...svg.querySelectorAll('text')].map(t => {
    const r = t.getBoundingClientRect();
    return [t.textContent, r.left - inside.left, r.top - inside.top, r.right - inside.left, r.bottom - inside.top];
  })};
});
"""
FLOW = """
const boxes = [...document.querySelectorAll('h1,h2,h3,p,table,figure,ul,dl,details')]
  .filter(e => e.offsetParent !== null && !e.closest('figure,li,td,details > *'))
  .map(e => [e.tagName, e.getBoundingClientRect()]);
return boxes.slice(1).filter(([, r], i) => r.top < boxes[i][1].bottom - 1).map(([name]) => name);
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("page", PAGES)
def test_page_is_quiet_and_fits(show, page, size, dark):
    shown = show(PAGES[page](), size, dark=dark)
    assert shown.log() == []
    assert shown.run("return [window.hacked, document.scripts.length, document.images.length]") == [None, 0, 0]
    assert shown.run(OVERFLOW) == [0]
    assert shown.run(FLOW) == []


@pytest.mark.parametrize("size", [(320, 700), PHONE, DESK], ids=["small", "phone", "desk"])
def test_labels_of_pictures_neither_overlap_nor_leave(show, size):
    pictures = show(demo(), size).run(LABELS)
    assert len(pictures) >= 3
    for picture in pictures:
        for text, left, _, right, _ in picture["texts"]:
            assert left >= -1, text
            assert right <= picture["width"] + 1, text
        for one, other in combinations(picture["texts"], 2):
            apart = (one[3] <= other[1] + 1, other[3] <= one[1] + 1, one[4] <= other[2] + 3, other[4] <= one[2] + 3)
            assert any(apart), (one[0], other[0])


def test_hostile_text_is_read_as_it_is(show):
    shown = show(hostile())
    text = shown.run("return document.querySelector('.nf-text').textContent")
    for words in (
        "<script>window.hacked = 1</script>",
        "<img src=x",
        "</p></a></bdi></style><style>*{display:none}</style>",
    ):
        assert words in text


def test_the_keyboard_reaches_everything_in_order(show):
    shown = show(demo())
    wanted = shown.run(
        "return [...document.querySelectorAll('a[href],summary')].map(e => e.getAttribute('href') || e.textContent)"
    )
    found = []
    for _ in wanted:
        shown.press("Tab")
        found.append(shown.run("const e = document.activeElement; return e.getAttribute('href') || e.textContent"))
    assert found == wanted


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_figure_shows_its_card_when_reached(show, size):
    shown = show(demo(), size)
    card = """
      const link = document.querySelectorAll('a.nf-fig')[arguments[0]];
      const card = document.getElementById(link.getAttribute('aria-describedby'));
      const before = card.offsetParent !== null;
      link.focus({preventScroll: true});
      const [r, l] = [card.getBoundingClientRect(), link.getBoundingClientRect()];
      return [before, card.offsetParent !== null, r.top >= l.bottom - 4, r.left >= 0,
              r.right <= document.documentElement.clientWidth, card.textContent];
    """
    for index in range(3):
        *looks, text = shown.run(card, index)
        assert looks == [False, True, True, True, True]
        assert "allows" in text
        assert "why" in text


def test_a_tap_or_enter_keeps_the_card_open(show):
    shown = show(demo(), PHONE)
    shown.run("document.querySelector('a.nf-fig').focus()")
    shown.press("Enter")
    shown.run("document.querySelector('a.nf-fig').click(); document.activeElement.blur()")
    assert shown.run("return getComputedStyle(document.querySelector('a.nf-fig + .nf-card')).display") == "block"


def test_paper_shows_no_cards_and_no_colour_of_the_night(show):
    shown = show(demo(), DESK, dark=True, media="print")
    assert shown.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert shown.run("return [...document.querySelectorAll('.nf-card')].every(e => e.offsetParent === null)")


def loaded(shown):
    return shown.run("const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd - t.startTime")


def test_two_hundred_claims_are_there_within_a_second(show):
    page = many(200)
    assert len(page.encode()) < 300_000
    assert min(loaded(show(page)) for _ in range(3)) < 1000


def test_ten_thousand_claims_are_still_usable(show):
    shown = show(many(10_000))
    assert loaded(shown) < 15_000
    took = shown.browser.execute_async_script(
        "const done = arguments[0], t = performance.now(); location.hash = 'r9000';"
        "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - t)))"
    )
    assert took < 5000
    assert shown.run(
        "const r = document.getElementById('r9000').getBoundingClientRect(); return r.top >= -5 && r.top < innerHeight"
    )
    assert shown.log() == []


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm to install axe-core with")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "axe-core@4"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("axe-core cannot be installed from the npm registry")
    return Path(folder, "node_modules", "axe-core", "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("page", PAGES)
def test_no_serious_barrier(show, axe, page, size, dark):
    shown = show(PAGES[page](), size, dark=dark)
    shown.run("document.querySelectorAll('details').forEach(e => e.open = true)")
    shown.browser.execute_script(axe)
    found = shown.browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(JSON.stringify(r.violations)))"
    )
    serious = [
        (rule["id"], node["html"][:120], node["failureSummary"])
        for rule in json.loads(found)
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"][:3]
    ]
    assert serious == []
