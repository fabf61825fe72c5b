package io.reelrecs.train.report;

/** How the page looks. */
final class Style {

  /**
   * The style sheet: no markup characters, so that it is the same to HTML and XML parsers.
   *
   * <p>The seven colors were found by a search for those that differ most to people with full,
   * red-blind, green-blind and blue-blind sight, and that stand out from the background by 3.1 to 1
   * or more.
   */
  static final String CSS =
      """

      :root { color-scheme: light dark; --back: #fdfdfb; --ink: #1f2023; --soft: #5d6068;
        --rule: #d8d8d2; --grid: #ecece7;
        --c0: #4f23d6; --c1: #aa8e20; --c2: #1aa262; --c3: #dc2692; --c4: #2a2a2a; --c5: #8286e5;
        --c6: #962219; }
      @media screen and (prefers-color-scheme: dark) {
        :root { --back: #16181b; --ink: #e9e8e4; --soft: #a3a6ad; --rule: #3b3e44; --grid: #282b30;
          --c0: #79a5e9; --c1: #dad636; --c2: #31dd6f; --c3: #d26393; --c4: #d5f3d9; --c5: #9457e4;
          --c6: #d95223; } }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
      body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 4rem; background: var(--back);
        color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
        "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
      h1 { font-size: 1.7rem; line-height: 1.2; margin: 0; font-weight: 650; }
      h2 { font-size: 1.25rem; margin: 2.75rem 0 .4rem; padding-top: .9rem;
        border-top: 1px solid var(--rule); font-weight: 650; }
      h3 { font-size: 1rem; margin: 0; font-weight: 600; }
      p { margin: .4rem 0; max-width: 44rem; }
      .protocol { font-size: 1.1rem; color: var(--soft); margin: .1rem 0 1rem; }
      .finding { font-size: 1.05rem; }
      .warning { border-left: .25rem solid var(--c3); padding-left: .75rem; }
      dl { margin: 1rem 0; }
      dl div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; padding: .1rem 0; }
      dt { color: var(--soft); }
      dd { margin: 0; }
      .glossary div { grid-template-columns: 11rem 1fr; }
      .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; padding: 0;
        margin: 1rem 0; }
      .legend li { display: flex; align-items: center; gap: .4rem; }
      .legend svg { width: 1.9rem; flex: none; }
      .scroll { overflow-x: auto; margin: .75rem 0 0; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
      caption { text-align: left; color: var(--soft); padding: 0 0 .3rem; }
      th, td { padding: .22rem .9rem .22rem 0; text-align: right; white-space: nowrap;
        border-bottom: 1px solid var(--grid); font-weight: 400; vertical-align: baseline; }
      thead th { color: var(--soft); border-bottom: 1px solid var(--rule); }
      th:first-child { text-align: left; position: sticky; left: 0; background: var(--back); }
      .words.words { text-align: left; }
      .keep { white-space: nowrap; }
      strong { font-weight: 700; }
      td strong { text-decoration: underline; text-decoration-thickness: 2px;
        text-underline-offset: 3px; }
      .aside { color: var(--soft); font-size: .85em; }
      details { margin: .6rem 0; }
      summary { cursor: pointer; color: var(--soft); width: max-content; max-width: 100%; }
      summary:hover { color: var(--ink); }
      .charts { display: grid; gap: 1.75rem 2.5rem; margin-top: 1rem;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
      .panels { display: grid; gap: 1rem 1.25rem; margin-top: 1rem;
        grid-template-columns: repeat(auto-fill, minmax(min(46%, 11rem), 1fr)); }
      .panels figure { max-width: 14rem; }
      figure { margin: 0; min-width: 0; }
      figcaption p { margin: 0; color: var(--soft); font-size: .9rem; }
      figure svg { display: block; width: 100%; max-width: 32rem; height: auto; margin-top: .4rem;
        overflow: visible; }
      svg text { font-size: 11px; fill: var(--soft); }
      svg text.small { font-size: 9.5px; }
      svg text.name { fill: var(--ink); }
      .ink { color: var(--ink); }
      .s0 { color: var(--c0); } .s1 { color: var(--c1); } .s2 { color: var(--c2); }
      .s3 { color: var(--c3); } .s4 { color: var(--c4); } .s5 { color: var(--c5); }
      .s6 { color: var(--c6); }
      svg path { fill: none; }
      svg path.mark { fill: currentColor; stroke: var(--back); stroke-width: .8; }
      .line { stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; }
      .dashed { stroke-dasharray: 5 3; }
      .grid { stroke: var(--grid); }
      .base { stroke: var(--rule); }
      .even { stroke: var(--soft); stroke-dasharray: 2 3; }
      .leader { stroke: currentColor; stroke-width: .7; opacity: .6; }
      .touch { fill: transparent; }
      .point:hover path.mark { stroke: var(--ink); stroke-width: 1.4; }
      .dot { fill: currentColor; fill-opacity: .55; stroke: currentColor; stroke-width: .8; }
      td.plot { padding: 0 .5rem 0 0; vertical-align: middle; }
      svg.interval { display: block; width: 8.2rem; height: 1.9rem; }
      .zero { stroke: var(--rule); }
      .range { stroke: var(--ink); stroke-width: 1.6; }
      .mean { fill: var(--ink); }
      @media (max-width: 30rem) {
        body { padding: 1rem .9rem 3rem; }
        dl div, .glossary div { grid-template-columns: 1fr; padding: .25rem 0; }
        summary { padding: .3rem 0; } }
      @media print {
        :root { --back: #fff; }
        body { max-width: none; padding: 0; font-size: 10pt; }
        figure, tr { break-inside: avoid; }
        h2, h3 { break-after: avoid; }
        .scroll { overflow: visible; } }
      """;

  private Style() {}
}
