// Words of the interface in two languages, dates, and the only ways that text reaches the document.
const DICTIONARY = readJson("words");
let language = "en";
const t = (key, values) => {
  const text = (DICTIONARY[language] || {})[key] ?? DICTIONARY.en[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole)) : text;
};
const locale = () => (language === "en" ? "en-GB" : language);
const number = (value) => new Intl.NumberFormat(language).format(value);
const dayText = (text) => {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text || "");
  if (!match) return clean(text || "");
  const date = new Date(Date.UTC(+match[1], +(match[2] || 1) - 1, +(match[3] || 1)));
  const shape = match[3] ? { day: "numeric", month: "short", year: "numeric" } : match[2] ? { month: "long", year: "numeric" } : { year: "numeric" };
  return new Intl.DateTimeFormat(locale(), { ...shape, timeZone: "UTC" }).format(date);
};
const isoDay = (day) => (day ? `${Math.floor(day / 10000)}-${String(Math.floor(day / 100) % 100 || 1).padStart(2, "0")}-${String(day % 100 || 1).padStart(2, "0")}` : "");
const className = (cls) => t("class." + cls);
const kindName = (kind) => t("event." + kind);
const edgeName = (k) => t("edge." + KINDS[k]);

const SVG = "http://www.w3.org/2000/svg";
const fillElement = (node, options, children) => {
  for (const [name, value] of Object.entries(options || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name === "value" || name === "checked" || name === "disabled" || name === "open") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(9)) if (child !== null && child !== undefined && child !== false) node.append(child);
  return node;
};
const el = (tag, options, ...children) => fillElement(document.createElement(tag), options, children);
const svg = (tag, options, ...children) => fillElement(document.createElementNS(SVG, tag), options, children);
const replace = (node, ...children) => { node.replaceChildren(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false)); return node; };
const button = (text, act, options) => el("button", { type: "button", text, on: { click: act }, ...options });
const safeUrl = (text) => {
  try { const url = new URL(text); return url.protocol === "https:" || url.protocol === "http:" ? url.href : ""; } catch { return ""; }
};
const outletOf = (a) => clean(word(A.outlet[a])) || (() => { const url = safeUrl(A.url[a]); return url ? new URL(url).hostname.replace(/^www\./, "") : t("outlet.none"); })();
const articleTitle = (a) => cut(clean(A.title[a]), 300) || A.id[a];
const announce = (text) => { const live = document.getElementById("live"); if (live) live.textContent = text; };
