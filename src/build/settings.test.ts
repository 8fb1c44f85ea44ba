import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { buildSettings } from './settings.ts';

describe('the settings of a build', () => {
  it('serve from the root of an unnamed host by default', () => {
    assert.deepEqual(buildSettings({}), {
      site: undefined,
      base: '/',
      outDir: 'dist',
      offline: true,
      feedback: undefined,
      publisher: undefined,
      port: undefined,
    });
  });

  for (const path of ['guide-site', '/guide-site', 'guide-site/', '/guide-site/']) {
    it(`take the folder "${path}" with or without slashes`, () => {
      assert.equal(buildSettings({ BASE_PATH: path }).base, '/guide-site/');
    });
  }

  it('keep the host without a final slash', () => {
    assert.equal(buildSettings({ SITE_URL: 'https://guide.example/' }).site, 'https://guide.example');
  });

  it('refuse a host that is no address, saying what one looks like', () => {
    assert.throws(
      () => buildSettings({ SITE_URL: 'guide.example' }),
      /such as https:\/\/guide\.example, not "guide\.example"/,
    );
  });

  it('refuse a host with a path, saying where the path goes', () => {
    assert.throws(() => buildSettings({ SITE_URL: 'https://guide.example/docs/' }), /put "\/docs\/" into BASE_PATH/);
  });

  for (const address of [
    'https://user@guide.example',
    'https://user:word@guide.example/',
    'https://guide.example?x',
    'https://guide.example/#',
    'https://guide.example/?',
  ]) {
    it(`refuse the host "${address}", which has more than a host`, () => {
      assert.throws(() => buildSettings({ SITE_URL: address }), /SITE_URL must be a host without user, query/);
    });
  }

  for (const address of [' ', 'ftp://guide.example', 'javascript:alert(1)', 'https://', 'https:// x']) {
    it(`refuse the host "${address}"`, () => {
      assert.throws(() => buildSettings({ SITE_URL: address }), /^Error: SITE_URL must be an address/);
    });
  }

  for (const [path, base] of [
    ['/a/b/', '/a/b/'],
    ['//', '/'],
    ['v1.0', '/v1.0/'],
    ['~me/the_guide-2', '/~me/the_guide-2/'],
  ] as const) {
    it(`take the folder "${path}"`, () => assert.equal(buildSettings({ BASE_PATH: path }).base, base));
  }

  for (const path of [
    ...['a b', 'ü', '..', '.', 'a/../b', 'a+b(c', 'a//b', 'a%20b', 'https://x/guide', 'a?x', 'a#x', 'a&b', 'a"b'],
    ...[' ', 'a\\b', 'a\n', '{a}', '$a', 'a:b'],
  ]) {
    it(`refuse the folder ${JSON.stringify(path)}, saying what it may be`, () => {
      assert.throws(() => buildSettings({ BASE_PATH: path }), /^Error: BASE_PATH must be a folder such as "guide"/);
    });
  }

  for (const folder of [
    'my site ü',
    '../elsewhere',
    '/srv/guide',
    'out/',
    './x/../out',
    'contents',
    'test-results/a',
  ]) {
    it(`write to "${folder}"`, () => {
      const { outDir } = buildSettings({ OUT_DIR: folder });
      assert.equal(resolve(outDir), resolve(folder));
    });
  }

  for (const folder of [
    ...['content', 'content/faq', './src/', 'src/../public', '.git', '.git/x', 'node_modules/a', '.github', 'e2e'],
    ...['.', '..', '/', process.cwd(), dirname(process.cwd()), ' ', 'a\0b'],
  ]) {
    it(`refuse to write to ${JSON.stringify(folder)}, saying why`, () => {
      assert.throws(
        () => buildSettings({ OUT_DIR: folder }),
        /^Error: OUT_DIR must be (a folder for the built site alone|the name)/,
      );
    });
  }

  it('keep pages for reading without a network unless told not to', () => {
    assert.equal(buildSettings({ OFFLINE: '' }).offline, true);
    assert.equal(buildSettings({ OFFLINE: 'on' }).offline, true);
    assert.equal(buildSettings({ OFFLINE: 'off' }).offline, false);
    for (const value of ['no', 'OFF', ' ', '0']) {
      assert.throws(() => buildSettings({ OFFLINE: value }), /^Error: OFFLINE must be "on" or "off"/);
    }
  });

  it('take an address for reports, and refuse what would be no link', () => {
    for (const address of [
      'https://guide.example/new?title={about}',
      'mailto:guide@guide.example?subject={about}',
      'http://localhost:8000/',
    ]) {
      assert.equal(buildSettings({ FEEDBACK_URL: address }).feedback, address);
    }
    for (const address of [
      'guide.example',
      '/report',
      'javascript:alert(1)',
      ' ',
      'https://',
      'mailto:',
      'https://a b',
    ]) {
      assert.throws(() => buildSettings({ FEEDBACK_URL: address }), /^Error: FEEDBACK_URL must be an address/, address);
    }
  });
});

describe('the publisher', () => {
  it('is a name as it stands, without blanks around it', () => {
    assert.equal(buildSettings({ PUBLISHER: ' Example Foundation, Zürich ' }).publisher, 'Example Foundation, Zürich');
  });

  it('is refused where it is no name', () => {
    for (const name of [' ', 'A\nB', '<b>A</b>', 'A'.repeat(101)]) {
      assert.throws(() => buildSettings({ PUBLISHER: name }), /^Error: PUBLISHER must be a name/, name);
    }
  });
});

describe('the port', () => {
  it('may be left open', () => {
    assert.equal(buildSettings({}).port, undefined);
    assert.equal(buildSettings({ PORT: '' }).port, undefined);
  });

  it('is a number that a machine has', () => {
    assert.equal(buildSettings({ PORT: '8080' }).port, 8080);
    for (const port of ['abc', '0', '70000', '-1', '80.5', ' ', '1e3', '0x50', ' 80']) {
      assert.throws(() => buildSettings({ PORT: port }), /^Error: PORT must be a whole number from 1 to 65535/, port);
    }
  });
});
