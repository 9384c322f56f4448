// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/caselistmodel.h>
#include <window/page.h>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace huiyin {

class EmptyState;

/// What the words find in all cases, newest first, the words marked where they stand.
class SearchPage : public Page
{
    Q_OBJECT

public:
    explicit SearchPage(Shell &shell, QWidget *parent = nullptr);
    ~SearchPage() override;

    void search(const QString &words);

    /// Puts the cursor into the box. \param hint what the box asks for
    void begin(const QString &hint);

    [[nodiscard]] QListView *results() const { return m_view; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Hits;
    void run();
    void open(const QModelIndex &index);

    QLineEdit *m_box = nullptr;
    QLabel *m_count = nullptr;
    QListView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    Hits *m_hits = nullptr;
    QTimer *m_delay = nullptr;
    QString m_preedit;
};

} // namespace huiyin
