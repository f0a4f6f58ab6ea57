// One shape and one colour a class: the shape alone tells the class.
const ring = (count, turn, radius = 1) => Array.from({ length: count }, (_, i) => {
  const angle = turn + (i * 2 * Math.PI) / count;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const star = (count, inner) => Array.from({ length: count * 2 }, (_, i) => {
  const angle = -Math.PI / 2 + (i * Math.PI) / count, radius = i % 2 ? inner : 1.18;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const UP = -Math.PI / 2;
const SHAPES = {
  Person: { points: ring(28, 0, 0.95), round: true, light: "#3f4652", dark: "#c3c9d4" },
  Event: { points: ring(4, UP, 1.12), light: "#b5482a", dark: "#f09a76" },
  PoliceUnit: { points: [[-0.9, -0.85], [0, -1.1], [0.9, -0.85], [0.85, 0.2], [0, 1.15], [-0.85, 0.2]], light: "#3b4cb8", dark: "#98a6ff" },
  MilitaryCommand: { points: star(5, 0.52), light: "#4d6a1e", dark: "#b3d16d" },
  RegionalGovernment: { points: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]], light: "#0d6b6b", dark: "#5fd0c9" },
  RegionalAgency: { points: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]], hollow: true, light: "#0d6b6b", dark: "#5fd0c9" },
  ElectionCommission: { points: ring(6, UP, 1.05), light: "#a3590a", dark: "#f2b45c" },
  ElectionSupervisor: { points: ring(6, UP, 1.05), hollow: true, light: "#a3590a", dark: "#f2b45c" },
  ProsecutionOffice: { points: ring(3, UP, 1.2), light: "#74359b", dark: "#d3a0f2" },
  Court: { points: ring(3, -UP, 1.2), light: "#74359b", dark: "#d3a0f2" },
  Legislature: { points: [[-1.1, 0.75], [-0.6, -0.75], [0.6, -0.75], [1.1, 0.75]], light: "#a02a5e", dark: "#f394bf" },
  NationalAgency: { points: ring(8, Math.PI / 8, 1.02), light: "#34607f", dark: "#8fc1e3" },
  Forum: { points: [[-0.38, -1], [0.38, -1], [0.38, -0.38], [1, -0.38], [1, 0.38], [0.38, 0.38], [0.38, 1], [-0.38, 1], [-0.38, 0.38], [-1, 0.38], [-1, -0.38], [-0.38, -0.38]], light: "#8a1c6b", dark: "#f08fd6" },
  PoliticalParty: { points: [[-0.8, -1], [0.95, -0.45], [-0.35, 0.1], [-0.35, 1.05], [-0.8, 1.05]], light: "#a8202f", dark: "#ff8d8d" },
  CivilSociety: { points: ring(28, 0, 0.95), round: true, hollow: true, light: "#2f7040", dark: "#86d396" },
  Company: { points: [[-0.55, -0.75], [1.1, -0.75], [0.55, 0.75], [-1.1, 0.75]], light: "#6d5a3a", dark: "#d4bd92" },
  Education: { points: [[0, -1.1], [1, -0.3], [1, 0.9], [-1, 0.9], [-1, -0.3]], light: "#096a8c", dark: "#74cdf0" },
  Post: { points: [[-1.15, -0.5], [1.15, -0.5], [1.15, 0.5], [-1.15, 0.5]], hollow: true, light: "#5b616b", dark: "#a3a9b3" },
  Article: { points: [[-0.7, -1], [0.3, -1], [0.75, -0.5], [0.75, 1], [-0.7, 1]], hollow: true, light: "#5b616b", dark: "#a3a9b3" },
};
const shapeOf = (cls) => SHAPES[cls] || SHAPES.Person;
const CLASSES = Object.keys(SHAPES);
// Kinds of edge: dash and width tell them apart without colour; arrows point to what is taken part in, held or belonged to.
const LINES = {
  led: { dash: [], width: 2.4, light: "#b5482a", dark: "#f09a76", arrow: true },
  organised: { dash: [10, 3], width: 2, light: "#8a5a00", dark: "#e5b85c", arrow: true },
  attended: { dash: [], width: 1.1, light: "#8d8a83", dark: "#747a85", arrow: true },
  posting: { dash: [6, 4], width: 1.5, light: "#3f5f96", dark: "#8fb0e8", arrow: true },
  partOf: { dash: [2, 4], width: 1.2, light: "#6f7680", dark: "#8d949f", arrow: true },
  delegation: { dash: [9, 3, 2, 3], width: 1.6, light: "#8a1c6b", dark: "#f08fd6", arrow: true },
  together: { dash: [1, 3], width: 1, light: "#9a958a", dark: "#6a707b", arrow: false },
  holds: { dash: [6, 4], width: 1.3, light: "#3f5f96", dark: "#8fb0e8", arrow: true },
  postAt: { dash: [2, 3], width: 1.1, light: "#6f7680", dark: "#8d949f", arrow: true },
  reports: { dash: [1, 4], width: 1, light: "#9a958a", dark: "#6a707b", arrow: true },
};
const darkScheme = matchMedia("(prefers-color-scheme: dark)");
let isDark = false;
const chooseTheme = () => { isDark = (state.theme || (darkScheme.matches ? "dark" : "light")) === "dark"; };
const tint = (thing) => (isDark ? thing.dark : thing.light);
const shapeIcon = (cls, size = 16) => {
  const shape = shapeOf(cls), points = shape.points.map(([x, y]) => `${(x * 8 + 10).toFixed(1)},${(y * 8 + 10).toFixed(1)}`).join(" ");
  return svg("svg", { viewBox: "0 0 20 20", width: size, height: size, class: "icon", "aria-hidden": "true" },
    svg("polygon", { points, fill: shape.hollow ? "none" : tint(shape), stroke: tint(shape), "stroke-width": shape.hollow ? 2.6 : 1, "stroke-linejoin": "round" }));
};
const lineIcon = (kind) => {
  const line = LINES[kind];
  return svg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, class: "icon", "aria-hidden": "true" },
    svg("line", { x1: 1, y1: 6, x2: line.arrow ? 23 : 29, y2: 6, stroke: tint(line), "stroke-width": line.width, "stroke-dasharray": line.dash.join(" ") }),
    line.arrow && svg("polygon", { points: "22,2 29,6 22,10", fill: tint(line) }));
};
