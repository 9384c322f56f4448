// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/columnfit.h>

#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr quint32 kStateMark = 0x48594346;
constexpr int kLeastSection = 24; ///< px, of the column that gives way when all others are spared

} // namespace

ColumnFit::ColumnFit(QTableView *table, int elastic, double leastHan, QVector<int> sparedFirst)
    : QObject(table)
    , m_table(table)
    , m_elastic(elastic)
    , m_leastHan(leastHan)
    , m_order(std::move(sparedFirst))
{
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setMinimumSectionSize(kLeastSection);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    // Letters reach the header after the table, widths of the content after both.
    m_delay.setSingleShot(true);
    m_delay.setInterval(0);
    connect(&m_delay, &QTimer::timeout, this, &ColumnFit::fit);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != m_elastic && !m_fitting) {
            m_delay.start();
        }
    });
}

bool ColumnFit::isWanted(int column) const
{
    return !m_table->isColumnHidden(column) || m_spared.contains(column);
}

void ColumnFit::setWanted(int column, bool wanted)
{
    m_spared.remove(column);
    m_table->setColumnHidden(column, !wanted);
    fit();
}

QByteArray ColumnFit::state() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << kStateMark << m_table->horizontalHeader()->saveState() << m_spared;
    return state;
}

void ColumnFit::setState(const QByteArray &state)
{
    if (state.isEmpty()) {
        return;
    }
    quint32 mark = 0;
    QByteArray sections;
    QHash<int, int> spared;
    QDataStream stream(state);
    stream >> mark >> sections >> spared;
    const bool ours = mark == kStateMark && stream.status() == QDataStream::Ok;
    auto *header = m_table->horizontalHeader();
    release();
    {
        const QSignalBlocker quiet(header); // what is taken back is no wish of the person
        header->restoreState(ours ? sections : state);
        header->setSectionResizeMode(QHeaderView::Interactive);
        header->setSectionResizeMode(m_elastic, QHeaderView::Stretch);
    }
    m_spared = ours ? spared : QHash<int, int>();
    release();
    fit();
    m_table->doItemsLayout();
}

void ColumnFit::release()
{
    const QScopedValueRollback fitting(m_fitting, true);
    const auto spared = std::exchange(m_spared, {});
    for (auto it = spared.cbegin(); it != spared.cend(); ++it) {
        m_table->setColumnHidden(it.key(), false);
    }
}

void ColumnFit::fit()
{
    const auto *header = m_table->horizontalHeader();
    const auto widthOf = [&](int column) {
        return column == m_elastic
                   ? std::max(static_cast<int>(m_leastHan * hanWidth(m_table->font())),
                              header->sectionSizeHint(m_elastic))
                   : m_spared.value(column, header->sectionSize(column));
    };
    int needed = 0;
    for (int column = 0; column < header->count(); ++column) {
        needed += isWanted(column) ? widthOf(column) : 0;
    }
    QHash<int, int> spared;
    for (const auto column : std::as_const(m_order)) {
        if (needed <= m_table->viewport()->width()) {
            break;
        }
        if (isWanted(column)) {
            spared.insert(column, widthOf(column));
            needed -= widthOf(column);
        }
    }
    const QScopedValueRollback fitting(m_fitting, true);
    const auto before = std::exchange(m_spared, spared);
    for (int column = 0; column < header->count(); ++column) {
        if (before.contains(column) != spared.contains(column)) {
            m_table->setColumnHidden(column, spared.contains(column));
        }
    }
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    // The table is only compared: its viewport still sends events when the table is half destroyed.
    if ((watched != m_table && event->type() == QEvent::Resize) ||
        (watched == m_table && event->type() == QEvent::FontChange)) {
        m_delay.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace huiyin
