// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTableWidget;

namespace huiyin {

class Banner;
class ColumnFit;
class EmptyState;
class PaneJob;
class VotePane;

/// The cases in approval that await the acting person now: the list, and beside it the case and the
/// form of his opinion. A agrees, R sends back, the next case comes by itself.
class InboxPage : public Page
{
    Q_OBJECT

public:
    explicit InboxPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void keep() override;
    void setWidthInHan(double han) override;

    [[nodiscard]] QTableWidget *table() const { return m_table; }

    [[nodiscard]] VotePane *vote() const { return m_vote; }

    [[nodiscard]] bool counting() const;

signals:
    void counted(int cases);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A waiting case and the step its chain awaits.
    struct Line
    {
        CaseRow row;
        QString step;
    };

    void take(const Result<QVector<Line>> &lines, qint64 inApproval);
    void openCase();
    void showLine();
    void fitColumns();
    void act(const QString &action, const QJsonObject &input);

    bool m_stale = true;
    QVector<Line> m_lines;
    Banner *m_said = nullptr;
    QLabel *m_count = nullptr;
    QTableWidget *m_table = nullptr;
    ColumnFit *m_fit = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_split = nullptr;
    VotePane *m_vote = nullptr;
    QStackedWidget *m_stack = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
