// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTableWidget;

namespace huiyin {

class Banner;
class Heading;
class PaneJob;
class YearGrid;

/// The working calendar: a year at a glance, why a day is what it is, and the next year's notice
/// pasted or opened, shown against what holds now before anything moves.
class CalendarPage : public Page
{
    Q_OBJECT

public:
    explicit CalendarPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;

    /// Reads a notice on another thread and shows what it would change; nothing is applied yet.
    void plan(const QByteArray &fileOrText);

    /// Puts the plan into force on another thread; goes on when the page is closed.
    void apply();

    [[nodiscard]] bool busy() const;

    [[nodiscard]] const std::optional<CalendarPlan> &planned() const { return m_plan; }

private:
    void fillYears();
    void showDay();
    void turnDay();
    void read(const QByteArray &fileOrText);
    void openFile();
    void showPlan();
    void applied(const Result<Outcome> &outcome, int moved);
    void refuse(const QString &sentence);

    std::optional<CalendarPlan> m_plan;
    Banner *m_said = nullptr;
    QComboBox *m_year = nullptr;
    YearGrid *m_grid = nullptr;
    QScrollArea *m_gridScroll = nullptr;
    QPushButton *m_turn = nullptr;
    std::optional<WorkCalendar> m_turned; ///< with the days turned by hand, until applied
    Heading *m_dayHeading = nullptr;
    QLabel *m_dayStory = nullptr;
    QPlainTextEdit *m_notice = nullptr;
    QPushButton *m_read = nullptr;
    QLabel *m_planWords = nullptr;
    QTableWidget *m_planDays = nullptr;
    QPushButton *m_apply = nullptr;
    QWidget *m_side = nullptr;
    QScrollArea *m_sideScroll = nullptr;
    QWidget *m_right = nullptr; ///< the side and what stands below it
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
