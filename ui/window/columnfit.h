// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

class QTableView;

namespace huiyin {

/// Keeps a table within the width it has: one column takes what is left, and where even its least
/// width is not left, columns that can be spared go out of sight until there is room again. So a
/// list never scrolls sideways, whatever the size of letters, the language and the window.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// \param elastic  the column that takes what is left
    /// \param leastHan  its least width in Han characters
    /// \param sparedFirst  columns that go, the first of them first
    ColumnFit(QTableView *table, int elastic, double leastHan, QVector<int> sparedFirst);

    /// Whether the person wants to see a column, also while it is out of sight for want of room.
    [[nodiscard]] bool isWanted(int column) const;
    void setWanted(int column, bool wanted);

    /// Out of sight for want of room.
    [[nodiscard]] bool isSpared(int column) const { return m_spared.contains(column); }

    /// Shows what was spared, so that widths can be given anew; fit() belongs behind it.
    void release();

    /// Order, widths and what the person wants to see.
    [[nodiscard]] QByteArray state() const;

    /// Takes a state back; an empty one changes nothing.
    void setState(const QByteArray &state);

    /// Measures anew.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *m_table;
    int m_elastic;
    double m_leastHan;
    QVector<int> m_order;
    QHash<int, int> m_spared; ///< columns out of sight and the width they had
    bool m_fitting = false;
    QTimer m_delay;
};

} // namespace huiyin
