// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetreader.h>

#include <QSet>

#include <algorithm>

namespace huiyin {

namespace {

/// Room above the first rule for organisation, title and header line, mm.
constexpr double kTitleRoom = 25;

} // namespace

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

} // namespace huiyin
