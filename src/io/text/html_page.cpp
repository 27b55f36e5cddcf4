#include <algorithm>
#include <io/text/html_page.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --quiet: #57606a; --line: #c9d1d9; --group: #eef3f8; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #0f141a; --quiet: #9aa7b4; --line: #39424d; --group: #1b2530; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; break-after: avoid; }
section > h2 { font-size: 1.25rem; margin: 2.25rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
section > h2 + h3 { margin-top: .6rem; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); font-size: .875em; }
mark { font-weight: 600; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
thead th { background: var(--group); }
th.number { width: 3.4rem; }
th.column { width: 10rem; }
th.name { width: 23%; }
th.points { width: 4.2rem; white-space: normal; }
th.conditions { width: 17%; }
th.remarks { width: 15%; }
tr.group td { background: var(--group); font-weight: 600; }
.number { white-space: nowrap; }
.points, .figure { text-align: right; white-space: nowrap; }
.scorecard th.figure { width: 4.4rem; text-align: right; white-space: normal; }
.scorecard .figure, .scorecard .state { white-space: normal; overflow-wrap: normal; }
.scorecard th.by-rule { width: 4.8rem; }
.scorecard th.name { width: auto; }
.scorecard th.state { width: 6rem; }
.scorecard th.reason { width: 34%; }
.scorecard.wide th.name, .scorecard.wide th.reason { width: 20%; }
.scorecard.wide th.figure { width: 3.4rem; }
table.short { width: auto; min-width: 45%; }
tr.total td { font-weight: 700; border-top: 2px solid var(--ink); }
dl.standing { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: .75rem 0; }
dl.standing dt { color: var(--quiet); font-size: .875em; }
dl.standing dd { margin: 0; font-size: 1.25rem; font-weight: 600; }
p.gap { border-left: .25rem solid var(--ink); padding-left: .6rem; font-weight: 600; margin: .5rem 0 .75rem; }
td.name { padding-left: calc(.5rem + .6rem * var(--depth, 0)); }
ul { margin: .15rem 0 0; padding-left: 1.1rem; }
td p { margin: 0 0 .25rem; }
@media screen and (max-width: 40rem) {
  body { padding: .75rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; width: 100%; }
  tr { border: 1px solid var(--line); border-radius: .4rem; margin: 0 0 .6rem; padding: .3rem 0; }
  tr.group { background: var(--group); }
  td, td.name { border: 0; padding: .2rem .6rem; text-align: left; white-space: normal; }
  td.points, td.figure { text-align: left; }
  .scorecard tr { padding: .4rem .6rem; }
  .scorecard td { padding: .1rem 0; }
  .scorecard td.figure { display: inline-block; width: auto; padding-right: .8rem; }
  .scorecard td.number, .scorecard td.name { display: inline; font-weight: 600; padding: 0; }
  .scorecard td.number { padding-right: .5rem; }
  .scorecard td.number::before { content: none; }
  .scorecard td.name::after { content: ""; display: block; }
  .scorecard td:empty { display: none; }
  tr.total { border-color: var(--ink); }
  tr.total td { border: 0; }
  td:empty { display: none; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .85em; font-weight: 400; }
  td.name::before { content: none; }
  td.name { font-weight: 600; }
}
@page { size: A4 portrait; margin: 14mm 11mm; @bottom-right { content: counter(page) "/" counter(pages); font: 8pt sans-serif; color: #57606a; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  h1 { font-size: 14pt; } h2 { font-size: 11pt; } h3 { font-size: 10pt; }
  section > h2 { font-size: 12pt; margin: 8mm 0 2mm; }
  h2 + p, h3 + p, h3 + p + p { break-after: avoid; }
  p { break-inside: avoid; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  th.number { width: 10mm; }
  th.column { width: 36mm; }
  th.points { width: 12mm; }
  .scorecard { font-size: 8pt; }
  .scorecard th.figure { width: 12.5mm; }
  .scorecard th.by-rule { width: 14mm; }
  .scorecard th.state { width: 17mm; }
  .scorecard th.reason { width: 34%; }
  .scorecard.wide th.name, .scorecard.wide th.reason { width: 20%; }
  .scorecard.wide th.figure { width: 10mm; }
  dl.standing dd { font-size: 13pt; }
  tr { break-inside: avoid; }
  tr.group { break-after: avoid; }
  tr.total { break-before: avoid; }
  table.short { break-inside: avoid; }
  th, td { padding: .8mm 1.4mm; }
  td.name { padding-left: calc(1.4mm + 1.5mm * var(--depth, 0)); }
  thead th, tr.group td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

// The style of a fragment. Greys are translucent so that the page's own colours show; if the page names its colours (notebooks do), those
// are used.
constexpr std::string_view fragment_style = R"css(
.chiso { --line: rgba(128,128,128,.45); --shade: rgba(128,128,128,.14); color: var(--jp-content-font-color1, inherit);
  font: 13px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; max-width: 72rem; overflow-x: auto; }
.chiso h1 { font-size: 1.25em; margin: .2em 0; } .chiso h2 { font-size: 1.1em; margin: 1em 0 .3em; }
.chiso h3 { font-size: 1em; margin: .8em 0 .2em; }
.chiso p { margin: .2em 0; } .chiso .quiet { opacity: .75; font-size: .9em; }
.chiso summary { cursor: pointer; padding: .15em 0; }
.chiso table { border-collapse: collapse; margin: .4em 0; font-size: 1em; }
.chiso th, .chiso td { border: 1px solid var(--line); padding: .2em .5em; text-align: left; vertical-align: top; background: none;
  white-space: normal; max-width: 32rem; }
.chiso thead th, .chiso tr.group td { background: var(--shade); font-weight: 600; }
.chiso .points, .chiso .figure { text-align: right; white-space: nowrap; }
.chiso .number { white-space: nowrap; }
.chiso th.figure { white-space: normal; }
.chiso tr.total td { font-weight: 700; border-top: 2px solid currentColor; }
.chiso tr.incomplete td { font-style: italic; }
.chiso td.name { padding-left: calc(.5em + .8em * var(--depth, 0)); }
.chiso dl.standing { display: flex; flex-wrap: wrap; gap: .3em 2em; margin: .4em 0; }
.chiso dl.standing dt { opacity: .75; font-size: .9em; font-weight: 400; } .chiso dl.standing dd { margin: 0; font-size: 1.2em; font-weight: 600; }
.chiso p.gap { border-left: .25em solid currentColor; padding-left: .5em; font-weight: 600; }
.chiso ul { margin: .1em 0 0; padding-left: 1.1em; }
)css";
}

std::string as_html(std::string_view text) {
  std::string out;
  for (auto rest = text;;) {
    const auto end = rest.find('\n');
    for (const char c : without_controls(rest.substr(0, end), ' ')) {
      switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
      }
    }
    if (end == rest.npos) return out;
    out += "<br>";
    rest.remove_prefix(end + 1);
  }
}

std::string html_page(Text::Language language, std::string_view title, std::string_view body) {
  std::string on_one_line(title);
  std::replace(on_one_line.begin(), on_one_line.end(), '\n', ' ');  // a title cannot contain elements
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out.append(language == Text::Language::vi ? "vi" : "en");
  out.append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  out.append(as_html(on_one_line)).append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n<main>\n");
  return out.append(body).append("</main>\n</body>\n</html>\n");
}

std::string html_heading(int level, std::string_view title) {
  const auto number = std::to_string(level);
  return "<h" + number + ">" + as_html(title) + "</h" + number + ">\n";
}

std::string html_fragment(Text::Language language, std::string_view body) {
  std::string out = "<div class=\"chiso\" lang=\"";
  out.append(language == Text::Language::vi ? "vi" : "en").append("\"><style>").append(fragment_style).append("</style>\n");
  return out.append(body).append("</div>\n");
}
}
