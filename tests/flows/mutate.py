#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Huiyin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the regulation packs on purpose, one place at a time, and asks whether a story notices.

    ninja huiyin_storyteller && tests/flows/mutate.py build/dev/bin/huiyin_storyteller [PACK ...]
        [--rules | --demands | --figures] [--sample N --seed S] [--jobs N]

--rules    for each clause a pack enforces, prompts or documents: switch its entry off; the story the
           clause names must fail (this is what `regulation coverage` claims)
--demands  each condition, required field, person kept out, order, reminder and approver, taken out
--figures  each number, turned
--sample   only so many of them, drawn by the seed (a soak); all without it

Prints what no story noticed and ends with 1 if there was any. A pack that is no longer taken at all
counts as noticed.
"""
import argparse, json, os, random, re, shutil, subprocess, sys, tempfile, threading, tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKS = os.path.join(ROOT, 'resources', 'regulations')
STORIES = os.path.join(ROOT, 'tests', 'flows', 'regulations')
# Words, names and notes: no demand upon anybody.
WORDS = {'id', 'zh', 'en', 'rule', 'hint', 'hintEn', 'then', 'thenEn', 'offers', 'itemsEn', 'reason_',
         'needsConfirmation', 'sheets', 'starts', 'limit', 'owner', 'from', 'to', 'by', 'at', 'label'}


class Block:
    """One table of a pack: its head, its lines, and where each key stands."""

    def __init__(self, head, first):
        self.head, self.first, self.last, self.keys, self.id = head, first, first, {}, ''


def blocks_of(lines):
    """The tables of a file; a sub-table ([clock.extend]) belongs to the entry before it."""
    found, block, n = [], None, 0
    while n < len(lines):
        line = lines[n]
        if re.match(r'\[', line):
            block = Block(line.strip('[] \t'), n)
            if '.' in block.head and found:
                block.id = found[-1].id
            found.append(block)
        elif block and (m := re.match(r'(\w+)\s*=', line)):
            first = n
            depth = 0
            while True:  # a value may go on over several lines
                bare = re.sub(r'"(?:[^"\\]|\\.)*"', '', lines[n]).split('#')[0]
                depth += sum(bare.count(c) for c in '[{') - sum(bare.count(c) for c in ']}')
                if depth <= 0 or n + 1 == len(lines):
                    break
                n += 1
            block.keys[m.group(1)] = (first, n)
            if m.group(1) == 'id':
                block.id = re.search(r'"([^"]*)"', line).group(1)
        if block and line.strip() and not line.startswith('#'):
            block.last = n
        n += 1
    return found


def toml(value):
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return '[' + ', '.join(toml(v) for v in value) + ']'
    if isinstance(value, dict):
        return '{ ' + ', '.join(f'{k} = {toml(v)}' for k, v in value.items()) + ' }'
    return json.dumps(str(value), ensure_ascii=False)


class Mutant:
    def __init__(self, pack, file, line, what, lines, stories, rule=''):
        self.pack, self.file, self.line, self.what = pack, file, line, what
        self.text, self.stories, self.rule = '\n'.join(lines), stories, rule
        self.fault, self.invalid = '', False

    def __str__(self):
        rule = f'{self.rule} ' if self.rule else ''
        return f'{self.pack} {self.file}:{self.line} {rule}{self.what}'


class Pack:
    def __init__(self, name, lines=None):
        self.name = name
        self.lines = lines or open(f'{PACKS}/{name}.toml', encoding='utf8').read().split('\n')
        self.data = tomllib.loads('\n'.join(self.lines))
        self.blocks = blocks_of(self.lines)

    def entry(self, kind, name):
        return next((b for b in self.blocks if b.head == kind and (b.id == name or not name)), None)

    def with_key(self, block, key, value):
        """The file with one key of a table rewritten; None takes it out."""
        lines = self.lines[:]
        text = [] if value is None else [f'{key} = {toml(value)}']
        if key in block.keys:
            first, last = block.keys[key]
            lines[first:last + 1] = text
        else:
            lines[block.first + 1:block.first + 1] = text
        return lines

    def value(self, block, key):
        first, last = block.keys[key]
        return tomllib.loads('\n'.join(self.lines[first:last + 1]))[key]

    def without(self, block):
        gone = [b for b in self.blocks if b is block or (b.head.startswith(block.head + '.') and b.id == block.id)]
        lines = self.lines[:]
        # What would be a fault without it goes too: notes about it, grounds of nothing else, figures nothing else reads.
        name = f'{block.head}:{block.id}' if block.id else block.head
        gone += [b for b in self.blocks if b.head == 'rule' and 'entry' in b.keys and self.value(b, 'entry') == name]
        if block.head == 'penalty':
            own = self.grounds(block)
            others = {g for b in self.blocks if b.head == 'penalty' and b is not block for g in self.grounds(b)}
            gone += [b for b in self.blocks if b.head == 'ground' and b.id in own - others]
        if block.head in ('penalty', 'compensation'):
            own = '\n'.join(lines[block.first:block.last + 1])
            gone += [b for b in self.blocks if b.head == 'parameter' and f'"{b.id}"' in own
                     and '\n'.join(lines).count(f'"{b.id}"') <= 2]
        for b in sorted(gone, key=lambda b: -b.first):
            del lines[b.first:b.last + 1]
        return lines

    def grounds(self, penalty):
        """What leads to a penalty, from both sides."""
        own = set(self.value(penalty, 'grounds')) if 'grounds' in penalty.keys else set()
        return own | {b.id for b in self.blocks if b.head == 'ground' and any(
            key in b.keys and self.value(b, key) == penalty.id for key in ('penalty', 'tier'))}

    def off(self, block):
        """The entry never applies: no complaint is filed that was never received."""
        if block.head in ('move', 'clock', 'advice', 'lock', 'guard', 'count'):
            when = self.value(block, 'when') if 'when' in block.keys else {}
            return self.with_key(block, 'when', {**when, 'receivedAt': '', 'archivedAt': '*'})
        if block.head == 'chain':  # the order is not kept
            lines = self.lines
            for link in self.value(block, 'links'):
                lines = Pack(self.name, lines).loosened(link['move'])
            return lines
        if block.head == 'role':  # nobody acts in it
            lines = self.lines
            for move in [b for b in self.blocks if b.head == 'move' and 'by' in b.keys]:
                others = [r for r in self.value(move, 'by') if r != block.id]
                pack = Pack(self.name, lines)
                lines = pack.with_key(pack.entry('move', move.id), 'by', others) if others else pack.off(
                    pack.entry('move', move.id))
            return lines
        return self.without(block)

    def loosened(self, name):
        move = self.entry('move', name)
        return self.with_key(move, 'after', None) if move and 'after' in move.keys else self.lines


def stories():
    told = {}
    for pack in sorted(os.listdir(STORIES)):
        for name in sorted(os.listdir(f'{STORIES}/{pack}')):
            path = f'{STORIES}/{pack}/{name}'
            head = json.loads(open(path, encoding='utf8').readline())
            told[path] = [head['regulation']] + list(head.get('with', []))
    return told


def family(packs, name):
    """The pack and those it takes from."""
    uses = [name]
    for used in reversed(packs[name].data['pack'].get('uses', [])):  # the later goes before the earlier
        uses += [u for u in family(packs, used) if u not in uses]
    return uses


def telling(packs, told, file):
    """Stories in which the file has a part, its own folder first."""
    return sorted((p for p, of in told.items() if any(file in family(packs, one) for one in of)),
                  key=lambda p: (f'/{file}/' not in p, p))


def rule_mutants(packs, told, name):
    for note in packs[name].data.get('rule', []):
        if note['how'] not in ('enforced', 'prompted', 'documented'):
            continue
        kind, _, which = note['entry'].partition(':')
        named = note.get('test', '')
        path = f'{STORIES}/{named[5:]}.jsonl' if named.startswith('flow:') else ''
        found = False
        for file in family(packs, name):
            pack = packs[file]
            if kind == 'sheet':
                block = pack.entry('pack', '')
                sheets = [s for s in pack.value(block, 'sheets') if s != which] if 'sheets' in block.keys else []
                lines = pack.with_key(block, 'sheets', sheets)
            elif kind in ('intake', 'people', 'pack'):
                block = pack.entry(kind, '')
                lines = [''] if kind == 'pack' else pack.without(block) if block else None
            else:
                block = pack.entry(kind, which)
                lines = pack.off(block) if block else None
            if block and lines:
                found = True
                yield Mutant(name, file, block.first + 1, f'{note["entry"]} off ({named})', lines,
                             [path] if path else [], note['id'])
                break
        if not found:
            yield Mutant(name, name, 0, f'{note["entry"]} not found', packs[name].lines, [], note['id'])


def demand_mutants(packs, told, name):
    pack = packs[name]
    all_stories = telling(packs, told, name)
    for block in pack.blocks:
        top = block.head.split('.')[0]
        if top in ('rule', 'pack', 'category', 'role', 'stage', 'ground', 'parameter'):
            continue
        where = f'{block.head}:{block.id}'
        if '.' not in block.head and top not in ('intake', 'people'):
            yield Mutant(name, name, block.first + 1, f'{where} off', pack.off(block), all_stories)
        for key, (first, _) in block.keys.items():
            if key in ('by',):
                yield Mutant(name, name, first + 1, f'{where} by anybody', pack.with_key(block, key, None), all_stories)
            if key in WORDS:
                continue
            value = pack.value(block, key)
            if isinstance(value, list) and value:
                for i, item in enumerate(value):
                    rest = value[:i] + value[i + 1:]
                    yield Mutant(name, name, first + 1, f'{where} {key} without {toml(item)[:70]}',
                                 pack.with_key(block, key, rest or None), all_stories)
                    if isinstance(item, dict) and 'who' in item:
                        for who in item['who'] if len(item['who']) > 1 else []:
                            less = dict(item, who=[w for w in item['who'] if w != who])
                            yield Mutant(name, name, first + 1, f'{where} {key} at {item["at"]} without {who}',
                                         pack.with_key(block, key, value[:i] + [less] + value[i + 1:]), all_stories)
                    if isinstance(item, dict) and 'when' in item:
                        less = {k: v for k, v in item.items() if k != 'when'}
                        yield Mutant(name, name, first + 1, f'{where} {key} {item.get("fields")} without its when',
                                     pack.with_key(block, key, value[:i] + [less] + value[i + 1:]), all_stories)
            elif isinstance(value, dict) and key in ('when', 'sets', 'demands', 'proposes'):
                for k in value:
                    rest = {a: b for a, b in value.items() if a != k}
                    yield Mutant(name, name, first + 1, f'{where} {key} without {k}',
                                 pack.with_key(block, key, rest or None), all_stories)
            else:
                yield Mutant(name, name, first + 1, f'{where} without {key}', pack.with_key(block, key, None), all_stories)


NUMBER = re.compile(r'(?<![\w.-])(\d+(?:\.\d+)?)(?![\w.]|-\d)')
COMPARISON = re.compile(r'"(?:[<>]=?|=)\s*[^"]*\d[^"]*"|"\d+(?:\.\d+)?"')


def figure_mutants(packs, told, name):
    pack = packs[name]
    all_stories = telling(packs, told, name)
    skip = WORDS - {'limit', 'to', 'at'} | {'version', 'effective', 'items', 'fields', 'needs', 'links', 'children',
                                            'discipline', 'report', 'sheet', 'entry', 'test', 'reason', 'reasonEn'}
    for block in pack.blocks:
        if block.head == 'rule':
            continue
        for key, (first, last) in block.keys.items():
            if key in skip:
                continue
            for n in range(first, last + 1):
                line = pack.lines[n]
                hidden = re.sub(r'"[^"]*"', lambda m: m.group(0).replace('"', ' ') if COMPARISON.fullmatch(m.group(0))
                                else 'x' * len(m.group(0)), line).split('#')[0]
                for m in NUMBER.finditer(hidden):
                    old = m.group(1)
                    new = ('%.4f' % (float(old) * 0.9)).rstrip('0') if '.' in old else str(int(old) + 1)
                    lines = pack.lines[:]
                    lines[n] = line[:m.start(1)] + new + line[m.end(1):]
                    yield Mutant(name, name, n + 1, f'{block.head}:{block.id} {line.strip()[:80]} -> {new}',
                                 lines, all_stories)


def ask(options, told, packs, todo, done, lock):
    """One worker: a teller of its own and a folder of its own."""
    process = subprocess.Popen(['nice', options.teller], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True, env=dict(os.environ, QT_QPA_PLATFORM='offscreen'))
    with tempfile.TemporaryDirectory() as folder:
        while True:
            with lock:
                if not todo:
                    break
                mutant = todo.pop()
            shutil.rmtree(folder)
            os.mkdir(folder)
            wanted = {u for path in mutant.stories for one in told[path] for u in family(packs, one)}
            for one in wanted | set(family(packs, mutant.pack)):
                text = mutant.text if one == mutant.file else '\n'.join(packs[one].lines)
                open(f'{folder}/{one}.toml', 'w', encoding='utf8').write(text)
            process.stdin.write(json.dumps({'packs': folder, 'stories': mutant.stories}) + '\n')
            process.stdin.flush()
            answer = process.stdout.readline()
            if not answer:  # the program fell: that is noticed, and worth knowing
                mutant.fault = 'the teller ended'
                print(f'ENDED   {mutant}', flush=True)
                process = subprocess.Popen(['nice', options.teller], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                           stderr=subprocess.DEVNULL, text=True)
            else:
                answer = json.loads(answer)
                mutant.fault, mutant.invalid = answer['fault'], answer['invalid']
            with lock:
                done.append(mutant)
                if not mutant.fault:
                    print(f'ALIVE   {mutant}', flush=True)
                elif mutant.invalid and options.refused:
                    print(f'REFUSED {mutant}: {mutant.fault[:160]}', flush=True)
    process.stdin.close()
    process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('teller')
    parser.add_argument('packs', nargs='*')
    for one in ('rules', 'demands', 'figures'):
        parser.add_argument(f'--{one}', action='store_true')
    parser.add_argument('--refused', action='store_true', help='tell which were noticed by the check of packs alone')
    parser.add_argument('--sample', type=int)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=1)
    options = parser.parse_args()

    told = stories()
    packs = {f[:-5]: Pack(f[:-5]) for f in sorted(os.listdir(PACKS)) if f.endswith('.toml') and f != 'rules.toml'}
    kinds = [k for k, on in ((rule_mutants, options.rules), (demand_mutants, options.demands), (figure_mutants, options.figures)) if on]
    mutants = [m for name in options.packs or packs for kind in kinds or [rule_mutants] for m in kind(packs, told, name)]
    if options.sample and options.sample < len(mutants):
        mutants = random.Random(options.seed).sample(mutants, options.sample)
    total, done, lock = len(mutants), [], threading.Lock()
    todo = list(reversed(mutants))
    workers = [threading.Thread(target=ask, args=(options, told, packs, todo, done, lock)) for _ in range(options.jobs)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    alive = sum(1 for m in done if not m.fault)
    refused = sum(1 for m in done if m.invalid)
    print(f'{total} broken, {total - alive} noticed ({refused} of them by the check of packs), {alive} not')
    return 1 if alive or len(done) < total else 0


if __name__ == '__main__':
    sys.exit(main())
