// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/yeargrid.h>

#include <QAccessible>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace huiyin {

namespace {

constexpr double kWordSize = 0.72; ///< of the day's number
constexpr double kCellPad = 6;     ///< px between the words of neighbouring days
constexpr int kMonths = 12;
constexpr int kWeekDays = 7;
constexpr int kWeekRows = 6;
constexpr double kHeadRows = 2;
constexpr double kMonthHan = 17;

QString words(const char *text) { return QCoreApplication::translate("YearGrid", text); }

} // namespace

QString dayStory(const DayFact &fact, Language)
{
    QString story;
    switch (fact.kind) {
    case DayKind::WorkingDay:
        story = words(QT_TRANSLATE_NOOP("YearGrid", "working day"));
        break;
    case DayKind::Weekend:
        story = words(QT_TRANSLATE_NOOP("YearGrid", "weekend"));
        break;
    case DayKind::Holiday:
        story = words(QT_TRANSLATE_NOOP("YearGrid", "day off: %1")).arg(fact.name);
        break;
    case DayKind::MakeupDay:
        story = words(QT_TRANSLATE_NOOP("YearGrid", "make-up workday for %1")).arg(fact.name);
        break;
    }
    if (fact.noticeYear > 0) {
        story +=
            words(QT_TRANSLATE_NOOP("YearGrid", " (arrangements for %1)")).arg(fact.noticeYear);
    }
    if (!fact.known) {
        story += words(
            QT_TRANSLATE_NOOP("YearGrid", " – provisional: no holiday notice for this year yet"));
    }
    return story;
}

YearGrid::YearGrid(WorkCalendar calendar, Language language, Day today, QWidget *parent)
    : QWidget(parent)
    , m_calendar(std::move(calendar))
    , m_language(language)
    , m_today(today)
    , m_day(today)
    , m_year(today.year())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    announce();
}

void YearGrid::setCalendar(const WorkCalendar &calendar)
{
    m_calendar = calendar;
    update();
    announce();
}

void YearGrid::setYear(int year)
{
    m_year = year;
    if (m_day.year() != year) {
        setDay(*Day::of(year, 1, 1));
    }
    updateGeometry();
    update();
}

void YearGrid::setDay(Day day)
{
    m_day = day;
    m_year = day.year();
    update();
    announce();
    emit dayChosen();
}

void YearGrid::setMarked(const QVector<Day> &days)
{
    m_marked = days;
    update();
}

void YearGrid::announce()
{
    setAccessibleName(words(QT_TRANSLATE_NOOP("YearGrid", "Calendar of %1")).arg(m_year));
    setAccessibleDescription(QStringLiteral("%1 %2").arg(
        m_day.toString(), dayStory(m_calendar.fact(m_day), m_language)));
}

int YearGrid::columns() const
{
    const auto month = kMonthHan * hanWidth(font());
    return std::clamp(static_cast<int>(width() / month), 1, 4);
}

QSize YearGrid::sizeHint() const
{
    const auto row = fontMetrics().height() * 3 / 2;
    const auto rows = (kMonths + columns() - 1) / columns();
    return {static_cast<int>(kMonthHan * hanWidth(font())) * 3,
            static_cast<int>(rows * (kWeekRows + kHeadRows + 0.6) * row)};
}

QSize YearGrid::minimumSizeHint() const
{
    return {static_cast<int>(kMonthHan * hanWidth(font())), sizeHint().height()};
}

QRectF YearGrid::monthRect(int month) const
{
    const auto across = columns();
    const auto rows = (kMonths + across - 1) / across;
    const auto gap = fontMetrics().height() * 0.6;
    const auto wide = (width() - gap * (across - 1)) / across;
    const auto high = static_cast<double>(height()) / rows;
    const auto at = month - 1;
    return {(at % across) * (wide + gap), (at / across) * high, wide, high - gap};
}

QRectF YearGrid::dayRect(Day day) const
{
    const auto box = monthRect(day.month());
    const auto first = *Day::of(day.year(), day.month(), 1);
    const auto place = first.dayOfWeek() - 1 + day.dayOfMonth() - 1;
    const auto wide = box.width() / kWeekDays;
    const auto high = box.height() / (kWeekRows + kHeadRows);
    return {box.left() + (place % kWeekDays) * wide,
            box.top() + (kHeadRows + place / kWeekDays) * high,
            wide,
            high};
}

std::optional<Day> YearGrid::dayAt(const QPointF &at) const
{
    for (int month = 1; month <= kMonths; ++month) {
        if (!monthRect(month).contains(at)) {
            continue;
        }
        for (auto day = *Day::of(m_year, month, 1); day.month() == month; day = day.addDays(1)) {
            if (dayRect(day).contains(at)) {
                return day;
            }
        }
    }
    return std::nullopt;
}

void YearGrid::paintMonth(QPainter &painter, int month) const
{
    const auto &theme = Theme::current();
    const auto box = monthRect(month);
    const auto high = box.height() / (kWeekRows + kHeadRows);
    const auto wide = box.width() / kWeekDays;
    const QLocale locale(m_language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                         : QLocale(QLocale::English));
    auto bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.color(Theme::Role::Text));
    painter.drawText(QRectF(box.left(), box.top(), box.width(), high),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     locale.standaloneMonthName(month, QLocale::LongFormat));
    painter.setFont(font());
    for (int weekDay = 1; weekDay <= kWeekDays; ++weekDay) {
        painter.setPen(theme.color(Theme::Role::Secondary));
        painter.drawText(QRectF(box.left() + (weekDay - 1) * wide, box.top() + high, wide, high),
                         Qt::AlignCenter,
                         locale.standaloneDayName(weekDay, QLocale::NarrowFormat));
    }
    const auto off = m_language == Language::Chinese ? QStringLiteral("休")
                                                     : words(QT_TRANSLATE_NOOP("YearGrid", "off"));
    const auto on = m_language == Language::Chinese ? QStringLiteral("班")
                                                    : words(QT_TRANSLATE_NOOP("YearGrid", "on"));
    for (auto day = *Day::of(m_year, month, 1); day.month() == month; day = day.addDays(1)) {
        const auto place = dayRect(day);
        const auto inner = place.adjusted(1, 1, -1, -1);
        const auto fact = m_calendar.fact(day);
        const bool special = fact.kind == DayKind::Holiday || fact.kind == DayKind::MakeupDay;
        if (fact.kind == DayKind::Holiday) {
            painter.fillRect(inner, theme.color(Theme::Role::ErrorFill));
            painter.setPen(theme.color(Theme::Role::Error));
        } else if (fact.kind == DayKind::MakeupDay) {
            painter.fillRect(inner, theme.color(Theme::Role::HintFill));
            painter.setPen(theme.color(Theme::Role::Hint));
        } else {
            painter.setPen(theme.color(fact.kind == DayKind::Weekend ? Theme::Role::Secondary
                                                                     : Theme::Role::Text));
        }
        auto dayFont = font();
        dayFont.setBold(special);
        dayFont.setItalic(!fact.known);
        const auto number = QString::number(day.dayOfMonth());
        painter.setFont(dayFont);
        if (special) {
            const auto &word = fact.kind == DayKind::Holiday ? off : on;
            const QFontMetricsF metrics(dayFont);
            const auto numberWide = metrics.horizontalAdvance(number);
            auto wordFont = dayFont; // smaller only where the whole does not fit
            if (numberWide + metrics.horizontalAdvance(word) > place.width() - kCellPad) {
                wordFont.setPointSizeF(dayFont.pointSizeF() * kWordSize);
            }
            const auto wordWide = QFontMetricsF(wordFont).horizontalAdvance(word);
            const auto gap = metrics.horizontalAdvance(QLatin1Char('1')) / 4;
            const auto baseline = place.center().y() + (metrics.ascent() - metrics.descent()) / 2;
            const auto left = place.center().x() - (numberWide + gap + wordWide) / 2;
            painter.drawText(QPointF(left, baseline), number);
            painter.setFont(wordFont);
            painter.drawText(QPointF(left + numberWide + gap, baseline), word);
        } else {
            painter.drawText(place, Qt::AlignCenter, number);
        }
        if (m_marked.contains(day)) {
            painter.setPen(QPen(theme.color(Theme::Role::Warning), 2, Qt::DashLine));
            painter.drawRect(inner);
        }
        if (day == m_today) {
            painter.setPen(QPen(theme.color(Theme::Role::Text), 1));
            painter.drawRect(inner);
        }
        if (day == m_day) {
            painter.setPen(QPen(theme.color(Theme::Role::Accent), hasFocus() ? 2.5 : 1.5));
            painter.drawRect(inner);
        }
    }
}

void YearGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int month = 1; month <= kMonths; ++month) {
        paintMonth(painter, month);
    }
}

void YearGrid::mousePressEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position())) {
        setDay(*day);
    }
}

void YearGrid::keyPressEvent(QKeyEvent *event)
{
    std::optional<Day> day;
    switch (event->key()) {
    case Qt::Key_Left:
        day = m_day.addDays(-1);
        break;
    case Qt::Key_Right:
        day = m_day.addDays(1);
        break;
    case Qt::Key_Up:
        day = m_day.addDays(-kWeekDays);
        break;
    case Qt::Key_Down:
        day = m_day.addDays(kWeekDays);
        break;
    case Qt::Key_PageUp:
        day = Day::fromNumber(m_day.toDate().addMonths(-1).toJulianDay());
        break;
    case Qt::Key_PageDown:
        day = Day::fromNumber(m_day.toDate().addMonths(1).toJulianDay());
        break;
    case Qt::Key_Space:
        emit turnWanted();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setDay(*day);
}

bool YearGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto day = dayAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           day ? QStringLiteral("%1  %2").arg(
                                     day->toString(), dayStory(m_calendar.fact(*day), m_language))
                               : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace huiyin
