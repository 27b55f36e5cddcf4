"""Figures of the tests: rules to draw, and what of a figure is cut off or touches."""

import warnings

import chiso
import matplotlib

matplotlib.use("agg")


def leaf(rule, points=4, point_decimals=6, label="Tiêu chí", **measures):
    known = {"x": chiso.Measure("decimal", decimals=3)} | measures
    criteria = [chiso.Leaf("leaf", points, rule, undefined="zero", label=label)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", chiso.ChisoWarning)  # a case may have more than it needs
        return chiso.Draft(chiso=1, id="test", point_decimals=point_decimals, measures=known, criteria=criteria).build()["leaf"]


def clipped(figure, dpi=100):
    """The texts that reach beyond the saved figure."""
    figure.set_dpi(dpi)
    figure.draw_without_rendering()
    hidden = hidden_texts(figure)
    page = figure.bbox
    out = []
    for text in figure.findobj(matplotlib.text.Text):
        if text.get_visible() and text.get_text().strip() and text not in hidden:
            box = text.get_window_extent()
            if box.x0 < page.x0 - 1 or box.y0 < page.y0 - 1 or box.x1 > page.x1 + 1 or box.y1 > page.y1 + 1:
                out.append(text.get_text())
    return out


def hidden_texts(figure):
    """Labels of axes that are off, and of ticks beyond the limits."""
    out = set()
    for ax in figure.findobj(matplotlib.axes.Axes):
        for axis in (ax.xaxis, ax.yaxis):
            drawn = axis._update_ticks() if ax.axison else []
            out |= {label for tick in [*axis.majorTicks, *axis.minorTicks] if tick not in drawn for label in (tick.label1, tick.label2)}
    return out


def boxes_of(ax):
    """The place of each text in axes, and in axes within them."""
    hidden = hidden_texts(ax.figure)
    texts = [text for text in ax.findobj(matplotlib.text.Text) if text.get_visible() and text.get_text().strip() and text not in hidden]
    return {text: text.get_window_extent() for text in texts}


def touching(boxes, others):
    return [(one.get_text(), other.get_text()) for one in boxes for other in others if boxes[one].overlaps(others[other])]


def names_in(figure):
    """Texts with line breaks undone, by whether `$` is read as mathematics in them."""
    texts = figure.findobj(matplotlib.text.Text)
    return {text.get_text().replace("\n", " "): text.get_parse_math() for text in texts if text.get_text()}
