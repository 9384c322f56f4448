// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/caselistmodel.h>
#include <window/page.h>

#include <QTableView>

class QMenu;

namespace huiyin {

/// The table of cases: deadline chips, type-to-find, a column chooser, rows to the clipboard.
class ColumnFit;

class CaseTable : public QTableView
{
    Q_OBJECT

public:
    CaseTable(Shell &shell, CaseListModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QVector<CaseRow> selectedRows() const;
    [[nodiscard]] std::optional<CaseRow> currentRow() const;

    /// Puts the selected rows on the clipboard as a table for spreadsheets and as text.
    void copySelection(bool withHeads) const;

    /// The menu that shows and hides columns.
    void showColumnMenu(const QPoint &globalPos);

    /// Order, widths and hidden columns, to be kept per queue.
    [[nodiscard]] QByteArray columns() const;
    void setColumns(const QByteArray &state);

    void fitToFont();

signals:
    void opened(const huiyin::CaseRow &row);
    void currentRowChanged();
    void previewToggled();
    void columnsChanged();
    void menuWanted(const QPoint &globalPos);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool event(QEvent *event) override;

private:
    void open(const QModelIndex &index);

    Shell &m_shell;
    CaseListModel &m_model;
    ColumnFit *m_fit = nullptr;
    QString m_typed;
    qint64 m_typedAt = 0;
};

} // namespace huiyin
