// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/caselistmodel.h>
#include <window/page.h>

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace huiyin {

class Banner;
class CasePreview;
class CaseTable;
class EmptyState;
class FilterChips;
class Heading;

/// A queue, a drill-down of the report or a caller's cases: filters above, table, preview beside
/// it.
class CaseListPage : public Page
{
    Q_OBJECT

public:
    explicit CaseListPage(Shell &shell, QWidget *parent = nullptr);

    /// Shows the cases of a filter under a title. \param memory  name the columns are remembered by
    void showList(const CaseFilter &filter,
                  const QString &title,
                  const QString &memory,
                  const QString &iconName);

    [[nodiscard]] CaseTable *table() const { return m_table; }

    [[nodiscard]] CaseListModel &model() { return m_model; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;

    /// Reads one case's row anew where it stands.
    void refreshCase(const CaseId &id);

signals:
    void stepWanted(const huiyin::CaseId &id, const QString &action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyFilter();
    void updateCount();
    void updatePreview();
    void updateEmpty();
    void togglePreview();
    void exportList();
    void stepWithAll(const QVector<CaseRow> &rows, const QString &command);
    void showMenu(const QPoint &globalPos);

    CaseFilter m_given;
    QString m_title;
    QString m_memory;
    QString m_icon;
    CaseListModel m_model;
    CaseTable *m_table = nullptr;
    CasePreview *m_preview = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    Heading *m_heading = nullptr;
    QLabel *m_count = nullptr;
    Banner *m_trouble = nullptr;
    FilterChips *m_chips = nullptr;
    QTimer m_previewDelay;
    QTimer m_tick;
    QTimer m_busyDelay;
    bool m_stopped = false;
    bool m_previewWanted = true;
    double m_han = 100;
};

} // namespace huiyin
