// Asks the search of a site, by its own scripts and without a browser: node search.js SITE QUERY... prints the pages of each query as JSON.
const fs = require("fs");
const vm = require("vm");
const [site, ...queries] = process.argv.slice(2);
const element = { dataset: {}, addEventListener() {} };
const world = {
  console,
  queries,
  DOCUMENTATION_OPTIONS: { URL_ROOT: "", FILE_SUFFIX: ".html", LINK_SUFFIX: ".html" },
  document: { documentElement: element, addEventListener() {}, querySelector: () => null, getElementById: () => null },
  SPHINX_HIGHLIGHT_ENABLED: false,
  _ready() {},
  _: (text) => text,
};
world.window = world;
vm.createContext(world);
for (const name of ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"])
  vm.runInContext(fs.readFileSync(`${site}/${name}`, "utf8"), world, name);
const found = "queries.map((query) => Search._performSearch(...Search._parseQuery(query)).map((result) => result[0]))";
console.log(JSON.stringify(vm.runInContext(found, world)));
