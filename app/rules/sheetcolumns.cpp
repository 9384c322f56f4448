// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of a register, changed in its text: the cells of its head and of its line move
// together.

#include <rules/sheetedit.h>
#include <rules/sheetreader.h>
#include <rules/sheettext.h>

#include <algorithm>
#include <numeric>

namespace huiyin {

using namespace sheettoml;
using namespace sheettext;
using namespace Qt::StringLiterals;

namespace {

int spanOf(const QString &cell)
{
    const QString span = valueOf(cell, u"span"_s);
    return span.isEmpty() ? 1 : std::max(1, span.toInt());
}

bool isTall(const QString &cell) { return !valueOf(cell, u"rows"_s).isEmpty(); }

bool isHidden(const QString &cell) { return valueOf(cell, u"hidden"_s) == u"true"; }

/// Where the cells of a row stand in the text: from its bracket to behind the closing one.
std::pair<qsizetype, qsizetype> cellsOf(const QString &text, const TomlValue &row)
{
    const auto cells = std::find_if(row.entries.cbegin(),
                                    row.entries.cend(),
                                    [](const TomlEntry &entry) { return entry.key == u"cells"; });
    if (cells == row.entries.cend()) {
        return {-1, -1};
    }
    qsizetype line = 0;
    for (int i = 1; i < cells->line && line >= 0; ++i) {
        line = text.indexOf(u'\n', line) + 1;
    }
    const qsizetype open = text.indexOf(u'[', line);
    return {open, open < 0 ? -1 : behindBracket(text, open)};
}

} // namespace

void SheetEdit::readColumns()
{
    m_heads.clear();
    m_entries.clear();
    m_columns.clear();
    Findings findings;
    const auto root = readToml(toml(), findings);
    const auto rows = root ? tables(*root, u"row") : QVector<const TomlValue *>();
    if (m_line < 1 || m_line >= rows.size()) {
        return;
    }
    const QString text = m_lines.join(u'\n');
    const auto [headOpen, headEnd] = cellsOf(text, *rows.at(m_line - 1));
    const auto [lineOpen, lineEnd] = cellsOf(text, *rows.at(m_line));
    if (headEnd < 0 || lineEnd < 0) {
        return;
    }
    const QStringList heads = items(text.mid(headOpen, headEnd - headOpen));
    const QStringList entries = items(text.mid(lineOpen, lineEnd - lineOpen));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (heads.size() != entries.size() || isTall(heads.at(i)) || isTall(entries.at(i)) ||
            spanOf(heads.at(i)) != spanOf(entries.at(i))) {
            m_columns.clear();
            return;
        }
        const QString &head = heads.at(i);
        const FieldDef *def = m_catalogue.field(unquoted(valueOf(head, u"label"_s)));
        QString zh = unquoted(valueOf(head, def == nullptr ? u"text"_s : u"zh"_s));
        QString en = unquoted(valueOf(head, u"en"_s));
        zh = zh.isEmpty() && def != nullptr ? def->zh : zh;
        en = en.isEmpty() && def != nullptr ? def->en : en;
        m_columns.append({zh, en, spanOf(head), isHidden(head) && isHidden(entries.at(i))});
    }
    m_heads = heads;
    m_entries = entries;
}

void SheetEdit::writeColumns()
{
    Findings findings;
    for (const bool head :
         {false, true}) { // the lower one first, so that the upper keeps its place
        const auto root = readToml(toml(), findings);
        const auto rows = tables(*root, u"row");
        QString text = m_lines.join(u'\n');
        const auto [open, end] = cellsOf(text, *rows.at(head ? m_line - 1 : m_line));
        text.replace(open, end - open, arrayOf(head ? m_heads : m_entries, {}));
        m_lines = text.split(u'\n');
    }
    read();
}

std::pair<int, int> SheetEdit::columnRows() const
{
    if (m_columns.isEmpty()) {
        return {-1, -1};
    }
    // Rows are told by the tables they hold.
    std::pair<int, int> found{-1, -1};
    int table = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        const int end = table + m_rows.at(i).rows;
        found.first = m_line - 1 >= table && m_line - 1 < end ? i : found.first;
        found.second = m_line >= table && m_line < end ? i : found.second;
        table = end;
    }
    return found;
}

bool SheetEdit::isOwnField(const QString &field) { return field.startsWith(u"ownField"); }

void SheetEdit::setColumnWords(int column, Language language, const QString &text)
{
    QString &head = m_heads[column];
    const bool fixed = valueOf(head, u"label"_s).isEmpty();
    const QString key = language == Language::English ? u"en"_s : fixed ? u"text"_s : u"zh"_s;
    head = withValue(head, key, quoted(text));
    writeColumns();
}

void SheetEdit::setColumnHidden(int column, bool hidden)
{
    const QString value = hidden ? u"true"_s : QString();
    m_heads[column] = withValue(m_heads.at(column), u"hidden"_s, value);
    m_entries[column] = withValue(m_entries.at(column), u"hidden"_s, value);
    writeColumns();
}

bool SheetEdit::setColumnSpan(int column, int span)
{
    QVector<int> spans;
    for (const Column &one : std::as_const(m_columns)) {
        spans.append(one.span);
    }
    const int total = std::accumulate(spans.cbegin(), spans.cend(), 0);
    const auto others = static_cast<int>(spans.size()) - 1;
    if (span < 1 || others < 1 || span > total - others) {
        return false;
    }
    int left = span - spans.at(column);
    spans[column] = span;
    while (left != 0) {
        // The widest gives, and the widest takes back, so that the register keeps its shape.
        int widest = -1;
        for (int i = 0; i < spans.size(); ++i) {
            if (i != column && (widest < 0 || spans.at(i) > spans.at(widest))) {
                widest = i;
            }
        }
        spans[widest] += left > 0 ? -1 : 1;
        left += left > 0 ? -1 : 1;
    }
    for (int i = 0; i < spans.size(); ++i) {
        const QString value = QString::number(spans.at(i));
        m_heads[i] = withValue(m_heads.at(i), u"span"_s, value);
        m_entries[i] = withValue(m_entries.at(i), u"span"_s, value);
    }
    writeColumns();
    return true;
}

void SheetEdit::moveColumn(int column, int before)
{
    if (before == column || before == column + 1) {
        return;
    }
    const int to = before > column ? before - 1 : before;
    m_heads.move(column, to);
    m_entries.move(column, to);
    writeColumns();
}

bool SheetEdit::addColumn(int behind, const QString &field, const QString &zh, const QString &en)
{
    const auto widest =
        std::max_element(m_columns.cbegin(),
                         m_columns.cend(),
                         [](const Column &a, const Column &b) { return a.span < b.span; });
    if (widest == m_columns.cend() || widest->span < 2) {
        return false;
    }
    const auto from = widest - m_columns.cbegin();
    const int share = std::max(1, widest->span / 3);
    const QString left = QString::number(widest->span - share);
    m_heads[from] = withValue(m_heads.at(from), u"span"_s, left);
    m_entries[from] = withValue(m_entries.at(from), u"span"_s, left);
    QString head = u"{ label = "_s + quoted(field) + u" }"_s;
    if (!zh.isEmpty()) {
        head = withValue(head, u"zh"_s, quoted(zh));
    }
    if (!en.isEmpty()) {
        head = withValue(head, u"en"_s, quoted(en));
    }
    const QString span = QString::number(share);
    m_heads.insert(behind + 1, withValue(head, u"span"_s, span));
    m_entries.insert(behind + 1,
                     withValue(u"{ field = "_s + quoted(field) + u" }"_s, u"span"_s, span));
    writeColumns();
    return true;
}

} // namespace huiyin
