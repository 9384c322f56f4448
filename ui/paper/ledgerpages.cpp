// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/flow.h>
#include <paper/ledgerpages.h>

#include <algorithm>

namespace huiyin {

namespace {

/// The day a line was closed, whether the catalogue keeps it as a day or as a moment.
std::optional<Day> closedOn(const QJsonObject &fields)
{
    const QJsonValue value = fields.value(QStringLiteral("closedAt"));
    if (value.isDouble()) {
        return Instant::fromUtcMs(value.toInteger()).localDay();
    }
    const auto day = Day::parse(value.toString());
    return day ? std::optional(*day) : std::nullopt;
}

class Ledger
{
public:
    explicit Ledger(const SheetInput &input)
        : m_in(input)
    {
    }

    QVector<InkPage> run();

private:
    [[nodiscard]] double x(int column) const
    {
        return m_in.surround.width() * column / m_in.sheet.columns;
    }

    [[nodiscard]] double heightOf(int from, int to) const;
    [[nodiscard]] int footWithoutSigners() const;
    [[nodiscard]] FlowRow rowOf(const QJsonObject &fields) const;
    [[nodiscard]] bool isOverdue(const QJsonObject &fields) const;
    [[nodiscard]] bool centred(const SheetCell &cell) const;
    void drawRows(InkPage &page,
                  double y,
                  int from,
                  int to,
                  const QMap<QString, QString> &blanks,
                  bool last) const;

    const SheetInput &m_in;
};

double Ledger::heightOf(int from, int to) const
{
    double height = 0;
    for (int row = from; row < to; ++row) {
        height += m_in.sheet.rows.at(row).height;
    }
    return height;
}

/// The end of the foot rows of a page that is not the last: who signs, signs once.
int Ledger::footWithoutSigners() const
{
    int end = static_cast<int>(m_in.sheet.rows.size());
    const auto signs = [&](int row) {
        return std::all_of(m_in.sheet.cells.cbegin(),
                           m_in.sheet.cells.cend(),
                           [&](const SheetCell &cell) { return cell.row != row || cell.lastPage; });
    };
    while (end > m_in.sheet.listRow + 1 && signs(end - 1)) {
        --end;
    }
    return end;
}

/// Short things stand in the middle of their column, running text at its left.
bool Ledger::centred(const SheetCell &cell) const
{
    const FieldDef *def = m_in.catalogue.field(cell.field);
    const bool running = def != nullptr && (def->type == FieldType::Memo ||
                                            (def->type == FieldType::Text && def->max > 60));
    return cell.kind != CellKind::Field || !running;
}

FlowRow Ledger::rowOf(const QJsonObject &fields) const
{
    FlowRow row;
    row.least = m_in.sheet.rows.at(m_in.sheet.listRow).height;
    for (const SheetCell &cell : m_in.sheet.cells) {
        if (cell.row == m_in.sheet.listRow) {
            const double width = x(cell.column + cell.columnSpan) - x(cell.column);
            const BoxText text = fields.isEmpty()
                                     ? BoxText{}
                                     : m_in.box.content(cell, fields, width - 2 * kPadAcross);
            row.cells.append(
                {x(cell.column), width, text, centred(cell) ? Across::Centre : Across::Left});
        }
    }
    return row;
}

bool Ledger::isOverdue(const QJsonObject &fields) const
{
    const QJsonValue due = fields.value(QStringLiteral("dueAt"));
    if (fields.contains(QStringLiteral("overdue"))) {
        return fields.value(QStringLiteral("overdue")).toBool();
    }
    if (!due.isDouble()) {
        return false;
    }
    const Instant dueAt = Instant::fromUtcMs(due.toInteger());
    const auto closed = closedOn(fields);
    return closed ? *closed > dueAt.localDay()
                  : m_in.values.printedAt && *m_in.values.printedAt > dueAt;
}

void Ledger::drawRows(InkPage &page,
                      double y,
                      int from,
                      int to,
                      const QMap<QString, QString> &blanks,
                      bool last) const
{
    const double left = m_in.surround.left();
    for (const SheetCell &cell : m_in.sheet.cells) {
        if (cell.row < from || cell.row >= to) {
            continue;
        }
        const int end = std::min(cell.row + cell.rowSpan, to);
        const QRectF box(left + x(cell.column),
                         y + heightOf(from, cell.row),
                         x(cell.column + cell.columnSpan) - x(cell.column),
                         heightOf(cell.row, end));
        inkEdges(page, box);
        if (cell.lastPage && !last) {
            continue;
        }
        QString words = m_in.surround.filled(m_in.words.label(cell));
        for (auto it = blanks.cbegin(); it != blanks.cend(); ++it) {
            words.replace(it.key(), it.value());
        }
        inkBox(page,
               m_in.box.label(words, box.width() - 2 * kPadAcross),
               box,
               from == 0 && cell.align != QLatin1String("left") ? Across::Centre : Across::Left,
               Down::Middle);
    }
}

QVector<InkPage> Ledger::run()
{
    const Sheet &sheet = m_in.sheet;
    const int footFrom = sheet.listRow + 1;
    const int footTo = static_cast<int>(sheet.rows.size());
    const FlowRow empty = rowOf({});
    Flow flow;
    flow.left = m_in.surround.left();
    flow.width = m_in.surround.width();
    flow.firstTop = m_in.surround.firstTop();
    flow.nextTop = m_in.surround.nextTop();
    flow.bottom = m_in.surround.bottom();
    flow.headHeight = heightOf(0, sheet.headRows);
    flow.footHeight = heightOf(footFrom, footTo);
    flow.lastFootHeight = heightOf(footWithoutSigners(), footTo);
    flow.filler = &empty;
    for (const QJsonObject &fields : m_in.values.rows) {
        flow.rows.append(rowOf(fields));
    }
    bool first = true;
    flow.head = [&](InkPage &page, double y) {
        if (first) {
            m_in.surround.drawTitle(page);
        } else {
            m_in.surround.drawRunning(page);
        }
        first = false;
        drawRows(page, y, 0, sheet.headRows, {}, true);
    };
    flow.foot = [&](InkPage &page, double y, qsizetype from, qsizetype count, bool last) {
        const auto begin = m_in.values.rows.cbegin() + from;
        const auto closed = std::count_if(
            begin, begin + count, [](const QJsonObject &row) { return closedOn(row).has_value(); });
        const auto overdue = std::count_if(
            begin, begin + count, [&](const QJsonObject &row) { return isOverdue(row); });
        const auto word = [&](qsizetype number) {
            return m_in.values.rows.isEmpty() ? QStringLiteral("　　") : QString::number(number);
        };
        drawRows(page,
                 y,
                 footFrom,
                 last ? footTo : footWithoutSigners(),
                 {{QStringLiteral("{pageRows}"), word(count)},
                  {QStringLiteral("{pageClosed}"), word(closed)},
                  {QStringLiteral("{pageOverdue}"), word(overdue)}},
                 last);
    };
    return flowOver(flow).pages;
}

} // namespace

QVector<InkPage> ledgerPages(const SheetInput &input) { return Ledger(input).run(); }

} // namespace huiyin
