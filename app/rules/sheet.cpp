// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheet.h>
#include <rules/sheetkeys.h>

#include <QSet>

#include <algorithm>

namespace huiyin {

namespace {

using sheetkeys::check;

/// Room above the first rule for organisation, title and header line, mm.
constexpr double kTitleRoom = 25;

class SheetReader
{
public:
    SheetReader(const FieldCatalogue &catalogue, QString file)
        : m_catalogue(catalogue)
        , m_file(std::move(file))
    {
    }

    SheetReading read(const QByteArray &toml);

private:
    void fault(const QString &code, int line, int column, Args args);

    void fault(const QString &code, const TomlValue &at, Args args)
    {
        fault(code, at.line, at.column, std::move(args));
    }

    void readHead(const TomlValue &table);
    void readRow(const TomlValue &table, int row);
    SheetCell readCell(const TomlValue &table, bool isPart);
    void checkCell(const SheetCell &cell, const TomlValue &table, bool isPart);
    void checkField(const TomlValue *id);
    void place(SheetCell &cell, const TomlValue &table, int row, int &column);
    void checkWhole(const TomlValue &root);

    const FieldCatalogue &m_catalogue;
    QString m_file;
    Sheet m_sheet;
    Findings m_findings;
    QVector<QVector<int>> m_taken; ///< per row and column: line of the cell that holds it, 0 = free
    QVector<int> m_rowLines;
};

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
    m_sheet.size = number(table, u"size", m_sheet.size);
    m_sheet.rules = words(table, u"rule");
    m_sheet.docCode = text(table, u"docCode");
    m_sheet.headRows = whole(table, u"headRows", 0);
    m_sheet.listRow = whole(table, u"list", 0) - 1;
    m_sheet.copies = words(table, u"copies");
    m_sheet.footerZh = text(table, u"footer");
    m_sheet.footerEn = text(table, u"footerEn");
    if (const TomlValue *margins = table.find(u"margins");
        margins != nullptr && margins->kind == TomlValue::Kind::Table) {
        check(*margins, sheetkeys::margins(), QStringLiteral("margins"), m_file, m_findings);
        m_sheet.marginTop = number(*margins, u"top", m_sheet.marginTop);
        m_sheet.marginRight = number(*margins, u"right", m_sheet.marginRight);
        m_sheet.marginBottom = number(*margins, u"bottom", m_sheet.marginBottom);
        m_sheet.marginLeft = number(*margins, u"left", m_sheet.marginLeft);
    }
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
                : table.find(u"parts") != nullptr ? CellKind::Fields
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
    cell.prefix = text(table, u"prefix");
    cell.suffix = text(table, u"suffix");
    cell.options = words(table, u"options");
    cell.optionsZh = words(table, u"optionsZh");
    for (const TomlValue *part : tables(table, u"parts")) {
        cell.parts.append(readCell(*part, true));
    }
    checkCell(cell, table, isPart);
    return cell;
}

void SheetReader::checkCell(const SheetCell &cell, const TomlValue &table, bool isPart)
{
    int kinds = 0;
    for (const QStringView key : {QStringView(u"label"),
                                  QStringView(u"field"),
                                  QStringView(u"text"),
                                  QStringView(u"parts")}) {
        kinds += table.find(key) != nullptr ? 1 : 0;
    }
    if (kinds != 1) {
        fault(QStringLiteral("sheet.cell.kind"),
              table,
              {{QStringLiteral("choices"),
                isPart ? QStringLiteral("field text") : QStringLiteral("label field text parts")}});
    }
    checkField(table.find(u"label"));
    checkField(table.find(u"field"));
    checkField(table.find(u"sign"));

    const FieldDef *def = m_catalogue.field(cell.field);
    const CodeList *list = m_catalogue.choicesOf(cell.field);
    if (def != nullptr && cell.kind == CellKind::Field && (cell.tick || !cell.options.isEmpty())) {
        if (list == nullptr && def->type != FieldType::Bool && def->type != FieldType::Enum &&
            def->type != FieldType::Multi) {
            fault(QStringLiteral("sheet.tick.noChoices"),
                  table,
                  {{QStringLiteral("id"), cell.field}});
        }
        if (!cell.optionsZh.isEmpty() && cell.optionsZh.size() != cell.options.size()) {
            fault(QStringLiteral("sheet.option.words"),
                  *table.find(u"optionsZh"),
                  {{QStringLiteral("have"), QString::number(cell.optionsZh.size())},
                   {QStringLiteral("want"), QString::number(cell.options.size())}});
        }
        for (const QString &option : cell.options) {
            if (list == nullptr || list->byId(option) == nullptr) {
                fault(QStringLiteral("sheet.option.unknown"),
                      *table.find(u"options"),
                      {{QStringLiteral("id"), cell.field},
                       {QStringLiteral("option"), option},
                       {QStringLiteral("list"), def->choices}});
            }
        }
    }
    if (const FieldDef *sign = m_catalogue.field(cell.sign);
        sign != nullptr && sign->type != FieldType::Sign && sign->type != FieldType::Person) {
        fault(QStringLiteral("sheet.sign.type"),
              *table.find(u"sign"),
              {{QStringLiteral("id"), cell.sign}});
    }
    if (def != nullptr && !cell.show.isEmpty()) {
        const bool fits = cell.show == QLatin1String("capitals") ? def->type == FieldType::Money
                          : cell.show == QLatin1String("name")   ? def->type == FieldType::Sign
                          : cell.show == QLatin1String("time") ||
                                  cell.show.startsWith(QLatin1String("dateTime")) ||
                                  cell.show == QLatin1String("monthDayTime")
                              ? def->type == FieldType::DateTime
                              : def->type == FieldType::DateTime || def->type == FieldType::Date;
        if (!fits) {
            fault(QStringLiteral("sheet.show.type"),
                  *table.find(u"show"),
                  {{QStringLiteral("show"), cell.show}, {QStringLiteral("id"), cell.field}});
        }
    }
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
    int column = 0;
    const qsizetype before = m_findings.size();
    for (const TomlValue *entry : tables(table, u"cells")) {
        SheetCell cell = readCell(*entry, false);
        cell.columnSpan = std::clamp(cell.columnSpan, 1, 1000);
        cell.rowSpan = std::clamp(cell.rowSpan, 1, 1000);
        place(cell, *entry, row, column);
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

/// What only the whole sheet can tell: doubled stops, labels of nothing, rows that no page can
/// hold.
void SheetReader::checkWhole(const TomlValue &root)
{
    QSet<QString> shown;
    QSet<QString> stops;
    QSet<int> places;
    const TomlValue *head = root.find(u"sheet");
    const auto visit = [&](const SheetCell &cell, int line) {
        if (cell.kind == CellKind::Field) {
            shown.insert(cell.field);
        }
        if (!cell.sign.isEmpty()) {
            shown.insert(cell.sign);
        }
        if (cell.fast && cell.kind != CellKind::Field) {
            fault(QStringLiteral("sheet.fast.noField"),
                  line,
                  1,
                  {{QStringLiteral("label"), cell.zh}});
        } else if (cell.fast && stops.contains(cell.field)) {
            fault(QStringLiteral("sheet.fast.doubled"),
                  line,
                  1,
                  {{QStringLiteral("id"), cell.field}});
        } else if (cell.fastOrder > 0 && places.contains(cell.fastOrder)) {
            fault(QStringLiteral("sheet.fast.place"),
                  line,
                  1,
                  {{QStringLiteral("id"), cell.field},
                   {QStringLiteral("place"), QString::number(cell.fastOrder)}});
        }
        if (cell.fast) {
            stops.insert(cell.field);
            places.insert(cell.fastOrder);
        }
    };
    for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
        const int line = m_rowLines.value(cell.row);
        visit(cell, line);
        for (const SheetCell &part : cell.parts) {
            visit(part, line);
        }
    }
    for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
        if (cell.kind == CellKind::Label && m_catalogue.field(cell.field) != nullptr &&
            !shown.contains(cell.field)) {
            fault(QStringLiteral("sheet.label.alone"),
                  m_rowLines.value(cell.row),
                  1,
                  {{QStringLiteral("id"), cell.field}, {QStringLiteral("label"), cell.zh}});
        }
    }
    const bool intake =
        std::any_of(m_sheet.rows.cbegin(), m_sheet.rows.cend(), [](const SheetRow &row) {
            return row.part == QLatin1String("intake");
        });
    if (intake && stops.isEmpty()) {
        fault(QStringLiteral("sheet.fast.none"), *head, {});
    }
    const int rowCount = static_cast<int>(m_sheet.rows.size());
    if (m_sheet.listRow >= rowCount ||
        (m_sheet.listRow >= 0 && m_sheet.listRow < m_sheet.headRows) ||
        m_sheet.headRows > rowCount) {
        fault(QStringLiteral("sheet.list.range"),
              *head,
              {{QStringLiteral("have"), QString::number(rowCount)}});
    }
    const double room =
        m_sheet.paperSize().height() - m_sheet.marginTop - m_sheet.marginBottom - kTitleRoom;
    double used = 0;
    for (int row = 0; row < rowCount; ++row) {
        used = m_sheet.rows.at(row).breakBefore ? m_sheet.rows.at(row).height
                                                : used + m_sheet.rows.at(row).height;
        if (used > room) {
            fault(QStringLiteral("sheet.page.full"),
                  m_rowLines.value(row),
                  1,
                  {{QStringLiteral("row"), QString::number(row + 1)},
                   {QStringLiteral("used"), QString::number(used)},
                   {QStringLiteral("room"), QString::number(room)}});
            break;
        }
    }
    const QString base = m_file.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
    if (!m_sheet.id.isEmpty() && !base.isEmpty() && base != m_sheet.id) {
        fault(QStringLiteral("sheet.id.file"), *head, {{QStringLiteral("id"), m_sheet.id}});
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
    readHead(*head);
    const auto rows = tables(*root, u"row");
    m_sheet.rows.resize(rows.size());
    m_taken.fill(QVector<int>(m_sheet.columns, 0), rows.size());
    for (const TomlValue *row : rows) {
        m_rowLines << row->line;
    }
    for (int row = 0; row < rows.size(); ++row) {
        readRow(*rows.at(row), row);
    }
    checkWhole(*root);
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding &a, const Finding &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    if (refuses(m_findings)) {
        return {std::nullopt, m_findings};
    }
    return {m_sheet, m_findings};
}

} // namespace

QSizeF Sheet::paperSize() const
{
    return paper == QLatin1String("A4-landscape")   ? QSizeF(297, 210)
           : paper == QLatin1String("A5-landscape") ? QSizeF(210, 148)
                                                    : QSizeF(210, 297);
}

QVector<const SheetCell *> Sheet::fastPath() const
{
    QVector<const SheetCell *> path;
    const auto add = [&](const SheetCell &cell) {
        if (cell.fast) {
            path.append(&cell);
        }
    };
    for (const SheetCell &cell : cells) {
        add(cell);
        std::for_each(cell.parts.cbegin(), cell.parts.cend(), add);
    }
    std::stable_sort(path.begin(), path.end(), [](const SheetCell *a, const SheetCell *b) {
        // Stops without a number come after the numbered ones, in printed order.
        const auto key = [](const SheetCell *cell) {
            return cell->fastOrder == 0 ? 1000 : cell->fastOrder;
        };
        return key(a) < key(b);
    });
    return path;
}

SheetReading
readSheet(const QByteArray &toml, const QString &fileName, const FieldCatalogue &catalogue)
{
    return SheetReader(catalogue, fileName).read(toml);
}

} // namespace huiyin
