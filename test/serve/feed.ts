/** A feed as Lectern writes them, of two episodes, for the address that its author publishes at. */
export function feedAt(base: string, bytes: readonly [number, number] = [10, 20]): string {
  const item = (name: string, title: string, length: number): string => `<item>
<title>${title}</title>
<guid isPermaLink="false">${base}${name}</guid>
<pubDate>Thu, 01 Oct 2026 00:00:00 GMT</pubDate>
<description>Heard in ${base} first &amp; “read” &lt;aloud&gt;.</description>
<content:encoded><![CDATA[<p>From <a href="${base}">there</a> ]]]]><![CDATA[>.</p>]]></content:encoded>
<enclosure url="${base}podcast/${name}.mp3" length="${length}" type="audio/mpeg"/>
<podcast:chapters url="${base}podcast/${name}.chapters.json" type="application/json+chapters"/>
<podcast:alternateEnclosure type="audio/mp4"><podcast:source uri="${base}podcast/${name}.m4b"/></podcast:alternateEnclosure>
</item>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>The Ferry &amp; the Island</title>
<link>${base}</link>
<atom:link rel="self" href="${base}feed.xml" type="application/rss+xml"/>
<podcast:guid>7bbb6f0c-1f2f-5d6e-9a58-0d4a8c7ad1c1</podcast:guid>
<itunes:image href="${base}podcast/artwork.jpg"/>
<podcast:images srcset="${base}podcast/artwork-small.jpg 600w, ${base}podcast/artwork.jpg 1600w"/>
<image><url>${base}podcast/artwork.jpg</url></image>
<podcast:funding url="https://example.net/give?to=${base}">Give</podcast:funding>
${item('02-night', 'Night', bytes[1])}
${item('01-arrival', 'Arrival', bytes[0])}
</channel>
</rss>
`;
}
