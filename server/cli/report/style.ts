import { chartStyle } from "../ledger/panel-svg.ts";

/** How the pages look, on screen and on paper. A standing, or a severity, has a colour, a shape of its number and a line of its own: it shows in grey as well. */
export const style = `
:root{--differs:#b3261e;--open:#8a5a00;--reported:#3b5b92;--supported:#1a7f4b;--ink:#1d1d1f;--dim:#5f6065;--line:#dfe1e6}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem 1.5rem 4rem;max-width:60rem;font:16px/1.55 Georgia,"Times New Roman",serif;color:var(--ink);background:#fff}
h1{font-size:2rem;line-height:1.2;margin:.1rem 0 .4rem;overflow-wrap:anywhere}
h2{font:600 .85rem/1.4 system-ui,sans-serif;letter-spacing:.06em;text-transform:uppercase;color:var(--dim);border-top:2px solid var(--ink);padding-top:.6rem;margin:2.6rem 0 1rem}
p{margin:.2rem 0}
a{color:inherit;text-decoration-color:#aab}
.kicker,.counts,.dim,.badge,.note,cite,table,sup,h2.path{font-family:system-ui,sans-serif}
.kicker{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--dim)}
.dim{color:var(--dim);font-size:.82rem}
.counts{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;margin:1rem 0 0;padding:0;font-size:.88rem}
.counts li{padding:.2rem .7rem .2rem .3rem;border:1px solid var(--line);border-radius:3px}
.differs{--c:var(--differs);--b:#fdeceb}.open{--c:var(--open);--b:#fff5dc}.reported{--c:var(--reported);--b:#edf2fb}.supported{--c:var(--supported);--b:#e9f6ee}
.badge{display:inline-block;min-width:1.55rem;padding:0 .3rem;font-size:.74rem;line-height:1.3rem;text-align:center;font-weight:600;color:#fff;background:var(--c);border:1.5px solid var(--c);border-radius:.7rem}
.badge.differs,.badge.open{border-radius:.15rem}
.badge.open,.badge.reported{color:var(--c);background:#fff}
.badge.open{border-style:dashed}
a:has(.badge){text-decoration:none}
.entries{list-style:none;margin:0;padding:0}
.entries>li{padding:.7rem 0 .7rem 2.6rem;border-top:1px solid var(--line);break-inside:avoid;overflow-wrap:anywhere}
.entries>li:first-child{border-top:0}
.claim{font-weight:600}.claim .dim{font-weight:400}
.claim .number{display:inline-block;width:2.6rem;margin-left:-2.6rem}
.note{font-size:.9rem;color:var(--c)}
blockquote{margin:.45rem 0 .2rem;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--line);font-size:.94rem}
cite{display:block;font-style:normal;font-size:.78rem;color:var(--dim)}
.row{display:grid;grid-template-columns:6.2rem 1fr;gap:1rem;margin:0 0 .9rem}
.margin{display:flex;flex-wrap:wrap;gap:.2rem;justify-content:flex-end;align-content:flex-start;padding-top:.1rem}
.text{white-space:pre-line;overflow-wrap:anywhere}
.row.title .text,.row.heading .text{font-weight:700}
.row.item .text{padding-left:1rem}.row.quote .text{padding-left:1rem;border-left:3px solid var(--line)}
.row.footnote .text{font-size:.85rem}
mark{color:inherit;background:var(--b);border-bottom:2px solid var(--c);padding:0 .05em}
mark.differs{border-bottom-style:double;border-bottom-width:3px}mark.open{border-bottom-style:dashed}mark.reported{border-bottom-style:dotted}
h2.path{text-transform:none;letter-spacing:0;font-size:.95rem;color:var(--ink);overflow-wrap:anywhere}
.excerpt{overflow-wrap:anywhere}
.numbers td:first-child{overflow-wrap:anywhere}.numbers td+td,.numbers th+th{text-align:right;width:1%;padding-left:1rem}
sup{font-size:.62rem;color:var(--c);font-weight:600;line-height:0;margin-left:.1em}
:target{outline:2px solid var(--ink);outline-offset:3px}
figure{margin:0 0 1.6rem;break-inside:avoid;overflow-x:auto}
figure svg{display:block;width:100%;min-width:34rem;height:auto}
${chartStyle.replace(/(^|\})(?=[^}])/g, "$1svg ")}
table{border-collapse:collapse;width:100%;font-size:.85rem}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line)}
td:last-child,th:last-child{padding-right:0}
th{color:var(--dim);font-weight:500}
.points{font-size:.78rem;margin-left:1rem;width:calc(100% - 1rem)}.points td,.points th{padding-top:.12rem;padding-bottom:.12rem}.points .own{font-weight:600}
@media (max-width:40rem){body{padding:1.2rem .9rem 3rem}.row{display:block}.row .margin{display:none}td{overflow-wrap:anywhere}}
@media print{html{font-size:9.5pt}body{padding:0;max-width:none;font-size:1rem}h2{break-after:avoid;margin-top:1.6rem}.row{break-inside:avoid}.entries>li{padding-top:.4rem;padding-bottom:.4rem}a{text-decoration:none}mark,.badge,.counts li{-webkit-print-color-adjust:exact;print-color-adjust:exact}figure{overflow:visible}figure svg{min-width:0}}
@page{margin:16mm 15mm}
`;
