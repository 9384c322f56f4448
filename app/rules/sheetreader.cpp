// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetkeys.h>
#include <rules/sheetprose.h>
#include <rules/sheetreader.h>

#include <algorithm>
#include <utility>

namespace huiyin {

using namespace sheettoml;
using sheetkeys::check;

namespace sheettoml {

QString text(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value != nullptr && value->kind == TomlValue::Kind::String ? value->string : QString();
}

bool flag(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value != nullptr && value->kind == TomlValue::Kind::Bool && value->boolean;
}

double number(const TomlValue &table, QStringView key, double otherwise)
{
    const TomlValue *value = table.find(key);
    const bool given = value != nullptr && (value->kind == TomlValue::Kind::Integer ||
                                            value->kind == TomlValue::Kind::Float);
    return given ? value->number : otherwise;
}

int whole(const TomlValue &table, QStringView key, int otherwise)
{
    return static_cast<int>(std::clamp(number(table, key, otherwise), -1e6, 1e6));
}

QStringList words(const TomlValue &table, QStringView key)
{
    QStringList list;
    if (const TomlValue *value = table.find(key)) {
        for (const TomlValue &item : value->items) {
            list << item.string;
        }
    }
    return list;
}

QVector<const TomlValue *> tables(const TomlValue &table, QStringView key)
{
    QVector<const TomlValue *> list;
    if (const TomlValue *value = table.find(key);
        value != nullptr && value->kind == TomlValue::Kind::Array) {
        for (const TomlValue &item : value->items) {
            if (item.kind == TomlValue::Kind::Table) {
                list << &item;
            }
        }
    }
    return list;
}

QMap<QString, QString> pairs(const TomlValue &table, QStringView key)
{
    QMap<QString, QString> words;
    if (const TomlValue *value = table.find(key); value != nullptr) {
        for (const TomlEntry &entry : value->entries) {
            words.insert(entry.key, entry.value.string);
        }
    }
    return words;
}

} // namespace sheettoml

void SheetReader::fault(const QString &code, int line, int column, Args args)
{
    args.insert(QStringLiteral("file"), m_file);
    m_findings.append({code, Severity::Refusal, {}, std::move(args), {}, line, column});
}

void SheetReader::readHead(const TomlValue &table)
{
    check(table, sheetkeys::sheet(), QStringLiteral("[sheet]"), m_file, m_findings);
    m_sheet.id = text(table, u"id");
    m_sheet.version = whole(table, u"version", 1);
    m_sheet.zh = text(table, u"zh");
    m_sheet.en = text(table, u"en");
    m_sheet.paper = text(table, u"paper");
    m_sheet.columns = std::clamp(whole(table, u"columns", 12), 1, 60);
    m_sheet.style =
        text(table, u"style") == QLatin1String("letter") ? SheetStyle::Letter : SheetStyle::Form;
    m_sheet.rules = words(table, u"rule");
    m_sheet.docCode = text(table, u"docCode");
    m_sheet.headRows = whole(table, u"headRows", 0);
    m_sheet.listRow = whole(table, u"list", 0) - 1;
    m_sheet.copies = words(table, u"copies");
    m_sheet.footerZh = text(table, u"footer");
    m_sheet.footerEn = text(table, u"footerEn");
    m_sheet.markZh = text(table, u"mark");
    m_sheet.markEn = text(table, u"markEn");
    m_sheet.kinds = words(table, u"kinds");
    m_sheet.period = text(table, u"period");
    m_sheet.each = text(table, u"each");
    m_sheet.rates = pairs(table, u"rates");
    m_sheet.defaults = pairs(table, u"defaults");
    for (const QString &name : words(table, u"signOrder")) {
        const bool optional = name.endsWith(QLatin1Char('?'));
        const bool byHand = name.endsWith(QLatin1Char('!'));
        m_sheet.signOrder.append({optional || byHand ? name.chopped(1) : name, optional, byHand});
    }
    if (const TomlValue *margins = table.find(u"margins");
        margins != nullptr && margins->kind == TomlValue::Kind::Table) {
        check(*margins, sheetkeys::margins(), QStringLiteral("margins"), m_file, m_findings);
        m_sheet.marginTop = number(*margins, u"top", m_sheet.marginTop);
        m_sheet.marginRight = number(*margins, u"right", m_sheet.marginRight);
        m_sheet.marginBottom = number(*margins, u"bottom", m_sheet.marginBottom);
        m_sheet.marginLeft = number(*margins, u"left", m_sheet.marginLeft);
    }
    // An official letter has 28 characters on a line, whatever its margins; a hair less than their
    // share, so that rounding never pushes the last one over.
    const double share =
        (m_sheet.paperSize().width() - m_sheet.marginLeft - m_sheet.marginRight) / 28;
    const double letters = (share - 0.02) * 72 / 25.4;
    m_sheet.size =
        number(table, u"size", m_sheet.style == SheetStyle::Letter ? letters : m_sheet.size);
    for (const TomlValue *part : tables(table, u"header")) {
        m_sheet.header.append(readCell(*part, true));
    }
}

void SheetReader::checkField(const TomlValue *id)
{
    if (id != nullptr && id->kind == TomlValue::Kind::String &&
        m_catalogue.field(id->string) == nullptr) {
        fault(QStringLiteral("sheet.field.unknown"), *id, {{QStringLiteral("id"), id->string}});
    }
}

SheetCell SheetReader::readCell(const TomlValue &table, bool isPart)
{
    const QString where = isPart ? QStringLiteral("parts") : QStringLiteral("cells");
    check(table, isPart ? sheetkeys::part() : sheetkeys::cell(), where, m_file, m_findings);
    SheetCell cell;
    cell.kind = table.find(u"label") != nullptr   ? CellKind::Label
                : table.find(u"field") != nullptr ? CellKind::Field
                : table.find(u"parts") != nullptr || table.find(u"prose") != nullptr
                    ? CellKind::Fields
                    : CellKind::Text;
    cell.field = cell.kind == CellKind::Label ? text(table, u"label") : text(table, u"field");
    cell.zh = cell.kind == CellKind::Text ? text(table, u"text") : text(table, u"zh");
    cell.en = text(table, u"en");
    if (const FieldDef *def = m_catalogue.field(cell.field)) {
        cell.zh = cell.zh.isEmpty() ? def->zh : cell.zh;
        cell.en = cell.en.isEmpty() ? def->en : cell.en;
    }
    cell.columnSpan = whole(table, u"span", 1);
    cell.rowSpan = whole(table, u"rows", 1);
    cell.show = text(table, u"show");
    cell.fastOrder = whole(table, u"fast", 0);
    cell.fast = flag(table, u"fast") || cell.fastOrder > 0;
    cell.required = flag(table, u"required");
    cell.grow = flag(table, u"grow");
    cell.tick = flag(table, u"tick");
    cell.vertical = flag(table, u"vertical");
    cell.readOnly = flag(table, u"readOnly");
    cell.mask = flag(table, u"mask");
    cell.bare = flag(table, u"bare");
    cell.newLine = flag(table, u"line");
    cell.lastPage = flag(table, u"lastPage");
    cell.sign = text(table, u"sign");
    cell.signZh = text(table, u"signZh");
    cell.signEn = text(table, u"signEn");
    if (const FieldDef *def = m_catalogue.field(cell.sign)) {
        cell.signZh = cell.signZh.isEmpty() ? def->zh : cell.signZh;
        cell.signEn = cell.signEn.isEmpty() ? def->en : cell.signEn;
    }
    cell.of = text(table, u"of");
    cell.prefix = text(table, u"prefix");
    cell.suffix = text(table, u"suffix");
    cell.options = words(table, u"options");
    cell.optionsZh = words(table, u"optionsZh");
    cell.optionsEn = words(table, u"optionsEn");
    cell.align = text(table, u"align");
    cell.prose = words(table, u"prose");
    cell.proseEn = words(table, u"proseEn");
    for (const TomlValue *part : tables(table, u"parts")) {
        cell.parts.append(readCell(*part, true));
    }
    QStringList asked;
    for (const QString &paragraph : std::as_const(cell.prose)) {
        for (const ProseBlank &blank : proseBlanks(paragraph)) {
            const FieldDef *def = m_catalogue.field(blank.field);
            if (def == nullptr || asked.contains(blank.field)) {
                continue;
            }
            asked << blank.field;
            SheetCell part;
            part.kind = CellKind::Field;
            part.field = blank.field;
            part.zh = def->zh;
            part.en = def->en;
            part.newLine = true;
            part.mask = cell.mask;
            part.readOnly = cell.readOnly;
            cell.parts.append(part);
        }
    }
    checkCell(cell, table, isPart);
    return cell;
}

/// Puts the cell into the first free columns; cells that reach down from above are gone around.
void SheetReader::place(SheetCell &cell, const TomlValue &table, int row, int &column)
{
    while (column < m_sheet.columns && m_taken[row][column] != 0) {
        ++column;
    }
    cell.row = row;
    cell.column = column;
    const Args span{{QStringLiteral("span"), QString::number(cell.columnSpan)},
                    {QStringLiteral("row"), QString::number(row + 1)},
                    {QStringLiteral("at"), QString::number(column + 1)},
                    {QStringLiteral("columns"), QString::number(m_sheet.columns)}};
    if (column + cell.columnSpan > m_sheet.columns) {
        fault(QStringLiteral("sheet.row.over"), table, span);
        column = m_sheet.columns;
        m_sheet.cells.append(cell);
        return;
    }
    for (int c = column; c < column + cell.columnSpan; ++c) {
        if (m_taken[row][c] != 0) {
            fault(QStringLiteral("sheet.cell.overlap"),
                  table,
                  {{QStringLiteral("row"), QString::number(row + 1)},
                   {QStringLiteral("at"), QString::number(c + 1)},
                   {QStringLiteral("other"), QString::number(m_taken[row][c])}});
            break;
        }
    }
    if (row + cell.rowSpan > m_taken.size()) {
        fault(QStringLiteral("sheet.rows.beyond"),
              table,
              {{QStringLiteral("rows"), QString::number(cell.rowSpan)},
               {QStringLiteral("row"), QString::number(row + 1)},
               {QStringLiteral("have"), QString::number(m_taken.size())}});
    }
    for (int r = row; r < std::min<int>(row + cell.rowSpan, static_cast<int>(m_taken.size()));
         ++r) {
        for (int c = column; c < column + cell.columnSpan; ++c) {
            m_taken[r][c] = std::max(1, table.line);
        }
    }
    column += cell.columnSpan;
    m_sheet.cells.append(cell);
}

void SheetReader::readRow(const TomlValue &table, int row)
{
    check(table, sheetkeys::row(), QStringLiteral("[[row]] %1").arg(row + 1), m_file, m_findings);
    SheetRow &line = m_sheet.rows[row];
    line.height = number(table, u"height", line.height);
    line.part = text(table, u"part");
    line.breakBefore = flag(table, u"break");
    line.repeat = text(table, u"repeat");
    line.atLeast = whole(table, u"atLeast", 1);
    line.head = flag(table, u"head");

    struct Read
    {
        SheetCell cell;
        const TomlValue *table;
    };

    QVector<Read> shown;
    int spare = 0; // columns of hidden cells that wait for the first that is shown
    for (const TomlValue *entry : tables(table, u"cells")) {
        SheetCell cell = readCell(*entry, false);
        cell.columnSpan = std::clamp(cell.columnSpan, 1, 1000);
        cell.rowSpan = std::clamp(cell.rowSpan, 1, 1000);
        if (!flag(*entry, u"hidden")) {
            cell.columnSpan += std::exchange(spare, 0);
            shown.append({cell, entry});
        } else if (cell.rowSpan > 1) {
            fault(QStringLiteral("sheet.cell.hidden"), *entry->find(u"hidden"), {});
        } else if (shown.isEmpty() || shown.last().cell.rowSpan > 1) {
            spare += cell.columnSpan;
        } else {
            shown.last().cell.columnSpan += cell.columnSpan;
        }
    }
    int column = 0;
    const qsizetype before = m_findings.size();
    for (Read &one : shown) {
        place(one.cell, *one.table, row, column);
    }
    const auto filled = m_sheet.columns - m_taken[row].count(0);
    const bool over =
        std::any_of(m_findings.cbegin() + before, m_findings.cend(), [](const Finding &f) {
            return f.code == QLatin1String("sheet.row.over");
        });
    if (filled != m_sheet.columns && !over) {
        fault(QStringLiteral("sheet.row.gap"),
              table,
              {{QStringLiteral("row"), QString::number(row + 1)},
               {QStringLiteral("filled"), QString::number(filled)},
               {QStringLiteral("columns"), QString::number(m_sheet.columns)},
               {QStringLiteral("missing"), QString::number(m_sheet.columns - filled)}});
    }
}

void SheetReader::readRows(const TomlValue &root)
{
    auto rows = tables(root, u"row");
    if (rows.isEmpty() && root.find(u"row") == nullptr) {
        fault(QStringLiteral("sheet.rows.none"), *root.find(u"sheet"), {});
    }
    // `headRows` and `list` count the rows as they are written, hidden ones among them.
    const auto hiddenOf = [&](int count) {
        const auto end = rows.cbegin() + std::clamp<qsizetype>(count, 0, rows.size());
        return static_cast<int>(std::count_if(
            rows.cbegin(), end, [](const TomlValue *row) { return flag(*row, u"hidden"); }));
    };
    const int heads = hiddenOf(m_sheet.headRows);
    if (m_sheet.isLedger() && m_sheet.listRow < rows.size() &&
        flag(*rows.at(m_sheet.listRow), u"hidden")) {
        fault(QStringLiteral("sheet.list.hidden"), *rows.at(m_sheet.listRow), {});
    }
    m_sheet.listRow -= hiddenOf(m_sheet.listRow);
    m_sheet.headRows -= heads;
    rows.removeIf([](const TomlValue *row) { return flag(*row, u"hidden"); });
    m_sheet.rows.resize(rows.size());
    m_taken.fill(QVector<int>(m_sheet.columns, 0), rows.size());
    for (const TomlValue *row : rows) {
        m_rowLines << row->line;
    }
    for (int row = 0; row < rows.size(); ++row) {
        readRow(*rows.at(row), row);
    }
}

SheetReading SheetReader::read(const QByteArray &toml)
{
    const auto root = readToml(toml, m_findings);
    if (!root) {
        m_findings.last().args.insert(QStringLiteral("file"), m_file);
        return {std::nullopt, m_findings};
    }
    check(*root, sheetkeys::file(), m_file, m_file, m_findings);
    const TomlValue *head = root->find(u"sheet");
    if (head == nullptr || head->kind != TomlValue::Kind::Table) {
        return {std::nullopt, m_findings};
    }
    if (head->find(u"base") != nullptr) {
        readVariant(*root, *head);
    } else {
        readHead(*head);
        readRows(*root);
        checkWhole(*root);
    }
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding &a, const Finding &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    if (refuses(m_findings)) {
        return {std::nullopt, m_findings};
    }
    return {m_sheet, m_findings};
}

SheetReading readSheet(const QByteArray &toml,
                       const QString &fileName,
                       const FieldCatalogue &catalogue,
                       const QMap<QString, Sheet> &bases)
{
    return SheetReader(catalogue, fileName, bases).read(toml);
}

} // namespace huiyin
