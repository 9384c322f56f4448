// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetreader.h>

#include <QSet>

#include <algorithm>

namespace huiyin {

namespace {

/// Room above the first rule for organisation, title and header line, mm.
constexpr double kTitleRoom = 25;

QString s(const char16_t *text) { return QString::fromUtf16(text); }

} // namespace

/// What only the whole sheet can tell: doubled stops, labels of nothing, rows that no page can
/// hold, repeated rows that tear a box.
void SheetReader::checkWhole(const TomlValue &root)
{
    const TomlValue *head = root.find(u"sheet");
    checkStops(*head);
    checkLabels();
    checkRepeats();
    checkSigners(*head);
    checkPeriod(*head);
    checkPages(*head);
    checkId(*head);
    const CodeList *kinds = m_catalogue.choicesOf(u"kind");
    for (const QString &kind : std::as_const(m_sheet.kinds)) {
        if (kinds == nullptr || kinds->byId(kind) == nullptr) {
            fault(s(u"sheet.option.unknown"),
                  *head->find(u"kinds"),
                  {{s(u"id"), s(u"kind")},
                   {s(u"option"), kind},
                   {s(u"list"), kinds == nullptr ? QString() : kinds->id}});
        }
    }
}

void SheetReader::checkStops(const TomlValue &head)
{
    QSet<QString> stops;
    QSet<int> places;
    const auto visit = [&](const SheetCell &cell, int line) {
        if (cell.fast && cell.kind != CellKind::Field) {
            fault(s(u"sheet.fast.noField"), line, 1, {{s(u"label"), cell.zh}});
        } else if (cell.fast && stops.contains(cell.field)) {
            fault(s(u"sheet.fast.doubled"), line, 1, {{s(u"id"), cell.field}});
        } else if (cell.fastOrder > 0 && places.contains(cell.fastOrder)) {
            fault(s(u"sheet.fast.place"),
                  line,
                  1,
                  {{s(u"id"), cell.field}, {s(u"place"), QString::number(cell.fastOrder)}});
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
    if (m_sheet.takesComplaints() && stops.isEmpty()) {
        fault(s(u"sheet.fast.none"), head, {});
    }
}

void SheetReader::checkLabels()
{
    const QStringList shown = m_sheet.shownFields();
    for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
        if (cell.kind == CellKind::Label && m_catalogue.field(cell.field) != nullptr &&
            !shown.contains(cell.field)) {
            fault(s(u"sheet.label.alone"),
                  m_rowLines.value(cell.row),
                  1,
                  {{s(u"id"), cell.field}, {s(u"label"), cell.zh}});
        }
    }
}

/// A repeated group is printed as often as its list has entries: a box may hold the whole group or
/// stand within it, never end in its middle.
void SheetReader::checkRepeats()
{
    const int rowCount = static_cast<int>(m_sheet.rows.size());
    for (int from = 0; from < rowCount;) {
        const SheetRow &row = m_sheet.rows.at(from);
        int to = from + 1;
        while (to < rowCount && m_sheet.rows.at(to).repeat == row.repeat) {
            ++to;
        }
        const bool leads = to < rowCount && !m_sheet.rows.at(to).repeat.isEmpty();
        for (int r = from; r < to; ++r) {
            if (m_sheet.rows.at(r).head && !(leads && r + 1 == to)) {
                fault(s(u"sheet.head.place"), m_rowLines.value(r), 1, {});
            }
        }
        if (row.repeat.isEmpty()) {
            from = to;
            continue;
        }
        const FieldDef *list = m_catalogue.field(row.repeat);
        if (list == nullptr || list->type != FieldType::List) {
            fault(s(u"sheet.repeat.type"), m_rowLines.value(from), 1, {{s(u"id"), row.repeat}});
        }
        for (const SheetCell &cell : std::as_const(m_sheet.cells)) {
            const int end = cell.row + cell.rowSpan;
            const bool apart = end <= from || cell.row >= to;
            const bool within = cell.row >= from && end <= to;
            const bool around = cell.row <= from && end >= to;
            if (!apart && !within && !around) {
                fault(s(u"sheet.repeat.span"),
                      m_rowLines.value(cell.row),
                      1,
                      {{s(u"row"), QString::number(cell.row + 1)}});
            }
        }
        from = to;
    }
}

void SheetReader::checkSigners(const TomlValue &head)
{
    const QStringList shown = m_sheet.shownFields();
    QSet<QString> seen;
    for (const SignPlace &place : std::as_const(m_sheet.signOrder)) {
        const FieldDef *def = m_catalogue.field(place.field);
        const bool signs = def != nullptr && def->type == FieldType::Sign;
        if (!signs || !shown.contains(place.field) || seen.contains(place.field)) {
            fault(s(u"sheet.signOrder.place"), *head.find(u"signOrder"), {{s(u"id"), place.field}});
        }
        seen.insert(place.field);
    }
}

/// Fields named beside the cells, and lines that only a register of a period has.
void SheetReader::checkPeriod(const TomlValue &head)
{
    for (const auto &[key, pairs] :
         {std::pair(s(u"rates"), &m_sheet.rates), std::pair(s(u"defaults"), &m_sheet.defaults)}) {
        for (auto it = pairs->cbegin(); it != pairs->cend(); ++it) {
            const bool clocks = key == QLatin1String("rates");
            for (const QString &id :
                 clocks ? QStringList{it.key(), it.value()} : QStringList{it.key()}) {
                if (m_catalogue.field(id) == nullptr) {
                    fault(s(u"sheet.field.unknown"), *head.find(key), {{s(u"id"), id}});
                }
            }
        }
    }
    if (!m_sheet.each.isEmpty() && !(m_sheet.isLedger() && !m_sheet.period.isEmpty())) {
        fault(s(u"sheet.each.place"), *head.find(u"each"), {});
    }
}

void SheetReader::checkPages(const TomlValue &head)
{
    const int rowCount = static_cast<int>(m_sheet.rows.size());
    if (m_sheet.listRow >= rowCount ||
        (m_sheet.listRow >= 0 && m_sheet.listRow < m_sheet.headRows) ||
        m_sheet.headRows > rowCount) {
        fault(s(u"sheet.list.range"), head, {{s(u"have"), QString::number(rowCount)}});
    }
    if (m_sheet.style == SheetStyle::Letter) {
        return; // a letter flows on
    }
    const double room =
        m_sheet.paperSize().height() - m_sheet.marginTop - m_sheet.marginBottom - kTitleRoom;
    double used = 0;
    for (int row = 0; row < rowCount; ++row) {
        const SheetRow &line = m_sheet.rows.at(row);
        const double height = line.height * (line.repeat.isEmpty() ? 1 : line.atLeast);
        used = line.breakBefore ? height : used + height;
        if (used > room) {
            fault(s(u"sheet.page.full"),
                  m_rowLines.value(row),
                  1,
                  {{s(u"row"), QString::number(row + 1)},
                   {s(u"used"), QString::number(used)},
                   {s(u"room"), QString::number(room)}});
            break;
        }
    }
}

void SheetReader::checkId(const TomlValue &head)
{
    const QString base = m_file.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0);
    if (!m_sheet.id.isEmpty() && !base.isEmpty() && base != m_sheet.id) {
        fault(s(u"sheet.id.file"), head, {{s(u"id"), m_sheet.id}});
    }
}

} // namespace huiyin
