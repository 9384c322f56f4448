// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/ports.h>
#include <models/deadlinestate.h>
#include <models/uiground.h>

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QThreadPool>

#include <optional>

namespace huiyin {

/// The cases of a filter as a table. Keeps the keys of all rows and fetches rows in pages of 128 as
/// they come into sight. The first page is there at once, the keys follow from a worker thread with
/// a reader of its own. Filters of a period (the numbers of a report) come from the worker alone.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Number,
        Complainant,
        Phone,
        ComplaintKind,
        Category,
        Content,
        DeadlineColumn,
        Department,
        Handler,
        Severity,
        StageColumn,
        Received,
        Channel,
        Closed,
        Satisfaction,
        ResultColumn,
        ColumnCount
    };

    enum Role { DeadlineRole = Qt::UserRole + 1, CaseKeyRole, SortTextRole };

    /// \param reader  used on the calling thread; its another() gives the worker's
    CaseListModel(const CaseReader &reader, UiGround ground, QObject *parent = nullptr);
    ~CaseListModel() override;

    /// Shows other cases: first page now, the rest as soon as the keys are known.
    void setFilter(const CaseFilter &filter);

    [[nodiscard]] const CaseFilter &filter() const { return m_filter; }

    /// Shows given rows (search results, previous cases) instead of a filter.
    void setRows(const QVector<CaseRow> &rows);

    /// Gives up what is being looked for; rows found so far stay.
    void stop();

    /// Reads the keys anew and applies what came, went or moved; selection and scroll stay. For F5
    /// and idle moments.
    void reload();

    /// Reads one case's row anew where it stands; nothing moves.
    void refresh(const CaseId &id);

    /// Recomputes the deadline column (every 30 s).
    void tick();

    void setGround(UiGround ground);
    void setPhonesShown(bool shown);

    /// The row, or nothing where it vanished meanwhile.
    [[nodiscard]] std::optional<CaseRow> row(int row) const;
    [[nodiscard]] int rowOf(const CaseId &id) const; ///< among rows seen so far; -1 if not found

    [[nodiscard]] bool loading() const { return m_loading; }

    [[nodiscard]] DeadlineState deadlineState(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Sorts by deadline, receipt or number; other columns are ignored.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void counted(int rows); ///< all keys are known
    void failed(const huiyin::Error &error);

private:
    void loadKeys(bool afterFirstPage);
    void applyKeys(const QVector<qint64> &keys, bool afterFirstPage);
    void keep(const QVector<CaseRow> &rows) const;
    [[nodiscard]] const CaseRow *rowAt(int row) const;
    [[nodiscard]] QString cellText(const CaseRow &row, int column) const;

    const CaseReader &m_reader;
    UiGround m_ground;
    CaseFilter m_filter;
    QVector<qint64> m_keys;
    mutable QCache<qint64, CaseRow> m_rows;
    mutable QHash<CaseId, qint64> m_keyOf;
    Instant m_now;
    int m_generation = 0;
    bool m_loading = false;
    bool m_fixed = false;
    bool m_phonesShown = false;
    QThreadPool m_pool;
};

} // namespace huiyin
