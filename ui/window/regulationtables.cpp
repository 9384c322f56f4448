// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/regulationtables.h>

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>

namespace huiyin {

struct RegulationTables
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::RegulationTables)
};

namespace {

constexpr qsizetype kMostMeasured = 400; ///< rows that are made as high as their words need

/// Rows of several lines keep a distance from their neighbours.
class RoomyRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) +
               QSize(0, spacingUnit(option.font) * 2);
    }
};

constexpr int kMostHan = 16; ///< width of a column that does not stretch
constexpr int kLeastHan = 8; ///< of the one that does
constexpr auto kStretched = "stretched";

/// Gives the stretched column what the others leave. Where that is too little for words, the others
/// break their words sooner; where even that is not enough, the table scrolls.
void fitColumns(QTableWidget *widget)
{
    const auto line = widget->fontMetrics().height() * 8 / 5;
    widget->verticalHeader()->setMinimumSectionSize(line);
    widget->verticalHeader()->setDefaultSectionSize(line);
    const auto han = hanWidth(widget->font());
    const auto stretched = widget->property(kStretched).toInt();
    auto *heads = widget->horizontalHeader();
    const auto least = std::max(han * kLeastHan, heads->sectionSizeHint(stretched));
    for (const auto most : {han * kMostHan, han * kLeastHan}) {
        auto left = widget->viewport()->width();
        for (int column = 0; column < widget->columnCount(); ++column) {
            if (column == stretched) {
                continue;
            }
            heads->setSectionResizeMode(column, QHeaderView::Interactive);
            widget->resizeColumnToContents(column);
            widget->setColumnWidth(column,
                                   std::min(widget->columnWidth(column),
                                            std::max(most, heads->sectionSizeHint(column))));
            left -= widget->columnWidth(column);
        }
        if (left >= least) {
            heads->setSectionResizeMode(stretched, QHeaderView::Stretch);
            return;
        }
    }
    heads->setSectionResizeMode(stretched, QHeaderView::Interactive);
    widget->setColumnWidth(stretched, least);
}

/// Measures the columns anew when the letters or the room change.
class RoomWatch : public QObject
{
public:
    explicit RoomWatch(QTableWidget *table)
        : QObject(table)
        , m_table(table)
    {
        table->installEventFilter(this);
        table->viewport()->installEventFilter(this);
        m_delay.setSingleShot(true);
        m_delay.setInterval(0); // heads get their letters after the table
        connect(&m_delay, &QTimer::timeout, this, [this] {
            if (m_table->columnCount() > 0) {
                fitColumns(m_table);
            }
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // The table is only compared: its viewport still sends events when it is half destroyed.
        const bool ofTable = watched == m_table && event->type() == QEvent::FontChange;
        bool ofRoom = false;
        if (watched != m_table && event->type() == QEvent::Resize) {
            const auto *resized = static_cast<QResizeEvent *>(event);
            ofRoom = resized->size().width() != resized->oldSize().width();
        }
        if (ofTable || ofRoom) {
            m_delay.start();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QTableWidget *m_table;
    QTimer m_delay;
};

QString joined(const QStringList &rules) { return rules.join(QLatin1Char(' ')); }

/// The amount; of a figure of the house what stands there now, or its name until it is entered.
QString yuan(const Figure &figure, const Regulation &pack, const RegulationWords &words)
{
    const auto *own = pack.parameter(figure.parameter);
    if (own && !own->scaled) {
        return words.of(own->zh, own->en);
    }
    return yuanText(fenOfYuan(own ? *own->scaled : figure.scaled));
}

QString amountText(const AmountRule &amount, const Regulation &pack, const RegulationWords &words)
{
    using Way = AmountRule::Way;
    switch (amount.way) {
    case Way::None:
        return {};
    case Way::Fixed:
        return RegulationTables::tr("%1 yuan").arg(yuan(amount.least, pack, words));
    case Way::Range:
        return RegulationTables::tr("%1 to %2 yuan")
            .arg(yuan(amount.least, pack, words), yuan(amount.most, pack, words));
    case Way::AtLeast:
        return RegulationTables::tr("at least %1 yuan").arg(yuan(amount.least, pack, words));
    case Way::BasePointShare:
        return RegulationTables::tr("share of the loss by points");
    case Way::PercentOfBase:
        return RegulationTables::tr("a percentage of %1").arg(words.who({amount.base}));
    case Way::Whole:
        return RegulationTables::tr("the whole of %1").arg(words.who({amount.base}));
    }
    return {};
}

QString limitText(const std::optional<Limit> &limit, const RegulationWords &words)
{
    return limit ? limit->toText(words.chinese()) : QString();
}

} // namespace

RegulationTable clockTable(const Regulation &pack, const RegulationWords &words)
{
    RegulationTable table{{RegulationTables::tr("Clock"),
                           RegulationTables::tr("Limit"),
                           RegulationTables::tr("Extension"),
                           RegulationTables::tr("Owed by"),
                           RegulationTables::tr("Clause"),
                           RegulationTables::tr("To confirm")},
                          0,
                          {}};
    for (const auto &clock : pack.clocks) {
        QStringList longer;
        QStringList open;
        for (const auto &level : clock.extend) {
            longer.append(level.to.toText(words.chinese()));
            if (!level.needsConfirmation.isEmpty()) {
                open.append(level.needsConfirmation);
            }
        }
        if (!clock.needsConfirmation.isEmpty()) {
            open.prepend(clock.needsConfirmation);
        }
        table.rows.append({{words.of(clock.zh, clock.en),
                            clock.limit ? limitText(clock.limit, words)
                                        : RegulationTables::tr("the promised date"),
                            longer.join(QStringLiteral(" → ")),
                            words.who({clock.owner}),
                            joined(clock.rules),
                            open.isEmpty() ? QString() : RegulationTables::tr("to confirm")},
                           open.isEmpty()
                               ? words.clauses(clock.rules)
                               : RegulationWords::confirmation(open.join(QLatin1Char('\n'))) +
                                     QLatin1Char('\n') + words.clauses(clock.rules),
                           !open.isEmpty()});
    }
    return table;
}

RegulationTable stepTable(const Regulation &pack, const RegulationWords &words)
{
    RegulationTable table{{RegulationTables::tr("Step"),
                           RegulationTables::tr("By whom"),
                           RegulationTables::tr("Form"),
                           RegulationTables::tr("Clause")},
                          0,
                          {}};
    for (const auto &move : pack.moves) {
        table.rows.append({{words.of(move.zh, move.en),
                            move.by.isEmpty() ? RegulationTables::tr("anybody on the roster")
                                              : words.who(move.by),
                            move.sheet,
                            joined(move.rules)},
                           words.clauses(move.rules),
                           false});
    }
    return table;
}

RegulationTable clauseTable(const Regulation &pack, const RegulationWords &words)
{
    RegulationTable table{{RegulationTables::tr("Clause"),
                           RegulationTables::tr("Met by"),
                           RegulationTables::tr("Demand")},
                          2,
                          {}};
    for (const auto &note : pack.notes) {
        const auto why = words.of(note.reason, note.reasonEn);
        const auto demand = words.of(note.zh, note.en);
        table.rows.append({{note.rule,
                            RegulationWords::how(note.how),
                            why.isEmpty() ? demand : QStringLiteral("%1 (%2)").arg(demand, why)},
                           demand + (why.isEmpty() ? QString() : QLatin1Char('\n') + why),
                           false});
    }
    return table;
}

RegulationTable otherTable(const Regulation &pack, const RegulationWords &words)
{
    RegulationTable table{{RegulationTables::tr("Kind"),
                           RegulationTables::tr("What"),
                           RegulationTables::tr("Measure"),
                           RegulationTables::tr("Who"),
                           RegulationTables::tr("Clause"),
                           RegulationTables::tr("To confirm")},
                          1,
                          {}};
    const auto add = [&](const QString &kind,
                         const QString &what,
                         const QString &measure,
                         const QStringList &who,
                         const QStringList &rules,
                         const QString &open) {
        const auto mark = RegulationWords::confirmation(open);
        table.rows.append(
            {{kind,
              what,
              measure,
              words.who(who),
              joined(rules),
              open.isEmpty() ? QString() : RegulationTables::tr("to confirm")},
             mark + (mark.isEmpty() ? QString() : QStringLiteral("\n")) + words.clauses(rules),
             !open.isEmpty()});
    };
    for (const auto &penalty : pack.penalties) {
        auto measure = amountText(penalty.amount, pack, words);
        if (penalty.points > 0) {
            measure += (measure.isEmpty() ? QString() : QStringLiteral(", ")) +
                       RegulationTables::tr("%1 point(s)").arg(penalty.points);
        }
        add(RegulationTables::tr("Penalty"),
            words.of(penalty.zh, penalty.en),
            measure,
            penalty.approve,
            penalty.rules,
            penalty.needsConfirmation);
    }
    for (const auto &item : pack.compensations) {
        add(RegulationTables::tr("Compensation"),
            words.of(item.zh, item.en),
            item.ceiling
                ? RegulationTables::tr("up to %1 yuan").arg(yuan(*item.ceiling, pack, words))
                : QString(),
            item.approve,
            item.rules,
            item.needsConfirmation);
    }
    for (const auto &item : pack.parameters) {
        add(RegulationTables::tr("Figure of the house"),
            words.of(item.zh, item.en),
            item.scaled ? QString::number(static_cast<double>(*item.scaled) / Figure::kScale)
                        : RegulationTables::tr("not entered yet"),
            {},
            item.rules,
            item.needsConfirmation);
    }
    for (const auto &item : pack.retention) {
        add(RegulationTables::tr("Retention"),
            words.who({item.id}),
            item.years > 0 ? RegulationTables::tr("%1 year(s)").arg(item.years)
                           : RegulationTables::tr("by date or for ever"),
            {},
            item.rules,
            item.needsConfirmation);
    }
    for (const auto &duty : pack.duties) {
        add(RegulationTables::tr("Duty"),
            words.of(duty.zh, duty.en),
            limitText(duty.limit, words),
            duty.who,
            duty.rules,
            duty.needsConfirmation);
    }
    for (const auto &count : pack.counters) {
        add(RegulationTables::tr("Counter"),
            words.of(count.zh, count.en),
            count.atLeast > 0 ? RegulationTables::tr("from %1 on").arg(count.atLeast) : QString(),
            count.who,
            count.rules,
            count.needsConfirmation);
    }
    return table;
}

QTableWidget *plainTable(const QString &name, QWidget *parent)
{
    auto *table = new QTableWidget(parent);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(name);
    table->setItemDelegate(new RoomyRow(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new RoomWatch(table);
    return table;
}

void fillTable(QTableWidget *widget, const RegulationTable &table)
{
    widget->setRowCount(0);
    widget->setColumnCount(static_cast<int>(table.heads.size()));
    widget->setHorizontalHeaderLabels(table.heads);
    widget->setRowCount(static_cast<int>(table.rows.size()));
    for (int at = 0; at < table.rows.size(); ++at) {
        const auto &row = table.rows.at(at);
        for (int column = 0; column < row.cells.size(); ++column) {
            auto *item = new QTableWidgetItem(row.cells.at(column));
            item->setToolTip(row.hint);
            item->setData(Qt::AccessibleDescriptionRole, row.hint);
            if (row.open && column + 1 == row.cells.size()) {
                item->setIcon(Theme::icon(QStringLiteral("alert-triangle"), Theme::Role::Warning));
            }
            widget->setItem(at, column, item);
        }
    }
    // Measuring every row of a long list would hold up the window; its rows are one line high.
    widget->verticalHeader()->setSectionResizeMode(
        table.rows.size() > kMostMeasured ? QHeaderView::Fixed : QHeaderView::ResizeToContents);
    widget->setProperty(kStretched, table.stretched);
    fitColumns(widget);
}

} // namespace huiyin
