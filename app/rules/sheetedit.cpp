// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetedit.h>
#include <rules/sheetreader.h>
#include <rules/sheettext.h>

#include <algorithm>

namespace huiyin {

using namespace sheettoml;
using sheettext::quoted;
using namespace Qt::StringLiterals;

namespace {

/// Columns of findings count characters; strings are cut by their units.
qsizetype unitOf(const QString &line, int column)
{
    qsizetype unit = 0;
    for (int i = 1; i < column && unit < line.size(); ++i) {
        unit += line.at(unit).isHighSurrogate() ? 2 : 1;
    }
    return unit;
}

/// Behind the closing quote of the text that begins here; -1 where it is none of one line.
qsizetype endOfText(const QString &line, qsizetype begin)
{
    if (begin >= line.size() || (line.at(begin) != u'"' && line.at(begin) != u'\'') ||
        line.mid(begin).startsWith(QString(3, line.at(begin)))) {
        return -1;
    }
    const QChar quote = line.at(begin);
    for (qsizetype i = begin + 1; i < line.size(); ++i) {
        if (line.at(i) == u'\\' && quote == u'"') {
            ++i;
        } else if (line.at(i) == quote) {
            return i + 1;
        }
    }
    return -1;
}

QString numberText(double value) { return QString::number(value, 'g', 6); }

/// `, zh = "…", en = "…"` of a label with words of its own.
QString namedBy(const QString &zh, const QString &en)
{
    return (zh.isEmpty() ? QString() : u", zh = "_s + quoted(zh)) +
           (en.isEmpty() ? QString() : u", en = "_s + quoted(en));
}

/// How many of the rows from this one on a tall box holds together.
int heldTogether(const QVector<const TomlValue *> &rows, int from)
{
    int end = from + 1;
    for (int row = from; row < std::min<int>(end, static_cast<int>(rows.size())); ++row) {
        for (const TomlValue *cell : tables(*rows.at(row), u"cells")) {
            end = std::max(end, row + std::clamp(whole(*cell, u"rows", 1), 1, 60));
        }
        // Rows of one list are printed entry by entry, all of them.
        const QString list = text(*rows.at(row), u"repeat");
        while (!list.isEmpty() && end < rows.size() && text(*rows.at(end), u"repeat") == list) {
            ++end;
        }
    }
    return std::min<int>(end, static_cast<int>(rows.size())) - from;
}

} // namespace

SheetEdit::SheetEdit(const QByteArray &toml, const FieldCatalogue &catalogue)
    : m_catalogue(catalogue)
    , m_lines(QString::fromUtf8(toml).replace(u"\r\n"_s, u"\n"_s).split(u'\n'))
{
    read();
}

QByteArray SheetEdit::toml() const { return m_lines.join(u'\n').toUtf8(); }

void SheetEdit::read()
{
    m_rows.clear();
    m_blocks.clear();
    m_title = {};
    m_titleSpot = {};
    m_version = -1;
    m_open = false;
    Findings findings;
    const auto root = readToml(toml(), findings);
    const TomlValue *head = root ? root->find(u"sheet") : nullptr;
    if (head == nullptr || head->kind != TomlValue::Kind::Table) {
        return;
    }
    m_wide = std::clamp(whole(*head, u"columns", 12), 1, 60);
    m_letter = text(*head, u"style") == u"letter";
    m_open = head->find(u"list") == nullptr;
    m_title = {{}, text(*head, u"zh"), text(*head, u"en")};
    m_titleSpot = {{}, {}, {}, u"zh"_s, u"en"_s};
    for (const TomlEntry &entry : head->entries) {
        if (entry.key == u"zh") {
            m_titleSpot.zh = {entry.value.line, entry.value.column};
        } else if (entry.key == u"en") {
            m_titleSpot.en = {entry.value.line, entry.value.column};
        } else if (entry.key == u"version") {
            m_version = entry.line - 1;
        }
    }
    const auto rows = tables(*root, u"row");
    for (int from = 0; from < rows.size();) {
        const int count = heldTogether(rows, from);
        Row row;
        Block block;
        row.rows = count;
        row.hidden = true;
        for (int i = from; i < from + count; ++i) {
            readRow(*rows.at(i), row, block);
            row.hidden = row.hidden && flag(*rows.at(i), u"hidden");
        }
        row.height = number(*rows.at(from), u"height", 9);
        block.part = text(*rows.at(from), u"part");
        block.first = block.heads.first();
        while (block.first > 0 && m_lines.at(block.first - 1).startsWith(u'#')) {
            --block.first;
        }
        if (!m_blocks.isEmpty()) {
            m_blocks.last().end = block.first;
        }
        block.end = static_cast<int>(m_lines.size());
        m_rows.append(row);
        m_blocks.append(block);
        from += count;
    }
    m_line = whole(*head, u"list", 0) - 1;
    readColumns();
}

void SheetEdit::readRow(const TomlValue &row, Row &into, Block &block) const
{
    int head = row.line - 1;
    block.heads.append(head);
    for (const TomlEntry &entry : row.entries) {
        if (entry.key == u"hidden") {
            block.hidden.append(entry.line - 1);
        } else if (entry.key == u"height" && block.height < 0 && block.heads.size() == 1) {
            block.height = entry.line - 1;
        }
    }
    for (const TomlValue *cell : tables(row, u"cells")) {
        readCell(*cell, false, into, block);
    }
}

void SheetEdit::readCell(const TomlValue &cell, bool isPart, Row &into, Block &block) const
{
    Spot spot{{}, {}, {}, u"zh"_s, u"en"_s};
    Spot sign{{}, {}, {}, u"signZh"_s, u"signEn"_s};
    QString label;
    QString signs;
    bool fixed = false;
    for (const TomlEntry &entry : cell.entries) {
        const Place at{entry.value.line, entry.value.column};
        const QString &key = entry.key;
        if (key == u"label" || (key == u"field" && isPart)) {
            label = entry.value.string;
            spot.after = at;
        } else if (key == u"text") {
            fixed = true;
            spot.zh = at;
            spot.zhKey = u"text"_s;
            spot.after = at;
        } else if (key == u"zh") {
            spot.zh = at;
        } else if (key == u"en") {
            spot.en = at;
        } else if (key == u"sign") {
            signs = entry.value.string;
            sign.after = at;
        } else if (key == u"signZh") {
            sign.zh = at;
            sign.after = sign.after.line == 0 ? at : sign.after;
        } else if (key == u"signEn") {
            sign.en = at;
        }
    }
    const auto add = [&](const Spot &where, const QString &field) {
        const FieldDef *def = m_catalogue.field(field);
        const auto worded = [&](const QString &key, const QString &otherwise) {
            const QString written = text(cell, key);
            return written.isEmpty() ? otherwise : written;
        };
        into.words.append({field,
                           worded(where.zhKey, def != nullptr ? def->zh : QString()),
                           worded(where.enKey, def != nullptr ? def->en : QString())});
        block.spots.append(where);
    };
    // The words of a bare part are not printed, those of a yes or no are.
    const bool bare = isPart && flag(cell, u"bare");
    if (fixed || (!label.isEmpty() && !bare)) {
        add(spot, label);
    }
    if (sign.after.line > 0) {
        add(sign, signs);
    }
    into.required = into.required || (flag(cell, u"required") && !flag(cell, u"readOnly") &&
                                      cell.find(u"field") != nullptr);
    for (const TomlValue *part : tables(cell, u"parts")) {
        readCell(*part, true, into, block);
    }
}

bool SheetEdit::write(const Spot &spot, Language language, const QString &text)
{
    const bool chinese = language == Language::Chinese;
    const Place &written = chinese ? spot.zh : spot.en;
    const Place &at = written.line > 0 ? written : spot.after;
    if (at.line < 1 || at.line > m_lines.size()) {
        return false;
    }
    QString &line = m_lines[at.line - 1];
    const qsizetype begin = unitOf(line, at.column);
    const qsizetype end = endOfText(line, begin);
    if (end < 0) {
        return false;
    }
    if (written.line > 0) {
        line.replace(begin, end - begin, quoted(text));
    } else {
        line.insert(end, u", %1 = %2"_s.arg(chinese ? spot.zhKey : spot.enKey, quoted(text)));
    }
    read();
    return true;
}

bool SheetEdit::setTitle(Language language, const QString &text)
{
    return write(m_titleSpot, language, text);
}

bool SheetEdit::setWords(int row, int words, Language language, const QString &text)
{
    const Spot spot = m_blocks.at(row).spots.at(words);
    return write(spot, language, text);
}

void SheetEdit::setHidden(int row, bool hidden)
{
    if (m_rows.at(row).hidden == hidden) {
        return;
    }
    // From below, so that the lines above keep their numbers.
    const Block block = m_blocks.at(row);
    for (auto line = block.hidden.crbegin(); line != block.hidden.crend(); ++line) {
        m_lines.removeAt(*line);
    }
    if (hidden) {
        read();
        const QVector<int> heads = m_blocks.at(row).heads;
        for (auto line = heads.crbegin(); line != heads.crend(); ++line) {
            m_lines.insert(*line + 1, u"hidden = true"_s);
        }
    }
    read();
}

void SheetEdit::setHeight(int row, double height)
{
    const int line = m_blocks.at(row).height;
    const QString words = u"height = "_s + numberText(height);
    if (line >= 0) {
        m_lines[line] = words;
    } else {
        m_lines.insert(m_blocks.at(row).heads.first() + 1, words);
    }
    read();
}

/// The lines of a row with one empty line behind them.
QStringList SheetEdit::linesOf(const Block &block) const
{
    QStringList lines = m_lines.mid(block.first, block.end - block.first);
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty()) {
        lines.removeLast();
    }
    return lines << QString();
}

void SheetEdit::move(int row, int before)
{
    if (!m_open || before == row || before == row + 1) {
        return;
    }
    QVector<int> order;
    for (int i = 0; i < m_blocks.size(); ++i) {
        if (i != row) {
            order.append(i);
        }
    }
    order.insert(before > row ? before - 1 : before, row);
    QStringList lines = m_lines.mid(0, m_blocks.first().first);
    for (const int one : std::as_const(order)) {
        lines += linesOf(m_blocks.at(one));
    }
    m_lines = lines;
    read();
}

void SheetEdit::add(int below, const QString &field, const QString &zh, const QString &en)
{
    if (!m_open) {
        return;
    }
    const Block above = m_blocks.at(below);
    const int label = std::max(1, m_wide / 6);
    QStringList lines{u"[[row]]"_s, u"height = 9"_s};
    if (!above.part.isEmpty()) {
        lines << u"part = "_s + quoted(above.part);
    }
    lines << u"cells = ["_s;
    const QString named = namedBy(zh, en);
    if (m_letter || m_wide < 2) {
        lines << u"    { span = "_s + QString::number(m_wide) + u", parts = [{ field = "_s +
                     quoted(field) + named + u" }] },"_s;
    } else {
        lines << u"    { label = "_s + quoted(field) + named + u", span = "_s +
                     QString::number(label) + u" },"_s
              << u"    { field = "_s + quoted(field) + u", span = "_s +
                     QString::number(m_wide - label) + u" },"_s;
    }
    lines << u"]"_s << QString();
    QStringList all = m_lines.mid(0, above.first) + linesOf(above) + lines + m_lines.mid(above.end);
    m_lines = all;
    read();
}

void SheetEdit::setVersion(int version)
{
    if (m_version >= 0) {
        m_lines[m_version] = u"version = %1"_s.arg(version);
        read();
    }
}

} // namespace huiyin
