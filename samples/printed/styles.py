"""The style sheet of the web pages: one class for each way that questions are set out."""

from __future__ import annotations

PAGE = """
*{-webkit-print-color-adjust:exact}
h1{font-size:15pt;text-align:center;letter-spacing:.1em}
p{margin:2px 0}
.prompt{font-style:italic;color:#555}
.q{margin-top:10px}
table{border-collapse:collapse;width:100%}
td,th{padding:4px 6px;vertical-align:top;text-align:left}
td.label{width:28%}
table.inner{width:auto}
table.inner td{border:0!important;padding:1px 5px;background:none!important}
.ruled td,.ruled th{border:1px solid #000}
.thick td,.thick th{border:3px double #333}
.dotted td,.dotted th{border:1px dotted #444}
.parted{border-collapse:separate;border-spacing:3px}
.parted td,.parted th{border:1px solid #888}
.levels tr{border-bottom:1px solid #999}
.bands tr:nth-child(odd){background:#eef2f6}
.tinted td.label{background:#d9e2f3}
.tinted td{background:#f7f7f7;border-bottom:2px solid #fff}
dt{font-weight:bold;margin-top:8px}
dd{margin:0 0 0 30px}
fieldset{margin:8px 0;border:1px solid #aaa}
.row{display:flex;margin:4px 0}
.row>b{flex:0 0 170px}
.row>div{flex:1}
.flex{display:flex;gap:18px;margin:6px 0}
.flex>div:first-child{flex:0 0 30%;text-align:right;color:#333}
.flex>div:last-child{flex:1}
.lined{border-bottom:1px solid #ccc;padding-bottom:5px}
.card{border:1px solid #bbb;border-radius:6px;margin:9px 0}
.cap{background:#e9ecef;padding:4px 8px;font-weight:bold}
.body{padding:6px 8px}
.input{border:1px solid #777;border-radius:4px;padding:5px 8px;min-height:1.2em}
.caps{text-transform:uppercase;font-size:85%;letter-spacing:.08em;color:#456;margin-top:10px}
.value{border-bottom:1px dotted #888;min-height:1.2em}
.pairs{display:grid;grid-template-columns:1fr 1fr;gap:10px 24px}
.wide{grid-column:1/-1}
.block{display:block}
.wrap{display:flex;flex-wrap:wrap;gap:3px 22px}
ul.plain{list-style:none;padding-left:0;margin:0}
.hang{display:flex}
.hang>div:first-child{flex:0 0 22px}
.apart{display:flex;justify-content:space-between}
.dots{flex:1;border-bottom:1px dotted #555;margin:0 6px 3px}
.notes{font-size:85%;margin-top:20px}
"""
