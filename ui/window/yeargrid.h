// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/texts.h>
#include <rules/workcalendar.h>

#include <QWidget>

namespace huiyin {

/// A year as twelve months: days off and make-up days carry the words 休 and 班 besides their tint.
/// Arrows move, Page Up and Down change the month, Space asks to turn the day.
class YearGrid : public QWidget
{
    Q_OBJECT

public:
    YearGrid(WorkCalendar calendar, Language language, Day today, QWidget *parent = nullptr);

    void setCalendar(const WorkCalendar &calendar);
    void setYear(int year);

    [[nodiscard]] int year() const { return m_year; }

    [[nodiscard]] Day day() const { return m_day; }

    void setDay(Day day);

    /// Marks days that a plan adds or takes away.
    void setMarked(const QVector<Day> &days);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Where a day of the year shown stands.
    [[nodiscard]] QRect rectOf(Day day) const { return dayRect(day).toAlignedRect(); }

signals:
    void dayChosen();
    void turnWanted(); ///< the chosen day from working to off or back

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int columns() const;
    [[nodiscard]] QRectF monthRect(int month) const;
    [[nodiscard]] QRectF dayRect(Day day) const;
    [[nodiscard]] std::optional<Day> dayAt(const QPointF &at) const;
    void paintMonth(QPainter &painter, int month) const;
    void announce();

    WorkCalendar m_calendar;
    Language m_language;
    Day m_today;
    Day m_day;
    int m_year;
    QVector<Day> m_marked;
};

/// What a day is and why, in one sentence: `10月10日 周六：上班（国庆节调休）`.
[[nodiscard]] QString dayStory(const DayFact &fact, Language language);

} // namespace huiyin
