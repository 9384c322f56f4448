// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleregister.h"

#include <desk/registerfile.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QVector>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kWeek = 7;

// A desk at work closes its cases: of those the register left open longer than this, some come
// again as cases of this week and the others are closed.
constexpr qint64 kStaleMs = 9 * kDayMs;
constexpr int kEveryFresh = 4; ///< of those that would be young
constexpr qint64 kYoungMs = 4 * kDayMs + kDayMs / 2;
constexpr int kEveryLate = 12;                  ///< of all: they are what runs over
constexpr qint64 kClosedAfterMs = kDayMs;       ///< after the reply
constexpr qint64 kRepliedAfterMs = kDayMs / 12; ///< where no reply is told

QString written(Instant moment) { return moment.toLocalText().replace(u'T', u' ').left(16); }

std::optional<Instant> momentOf(const QString &text)
{
    const auto moment = Instant::parseLocal(text);
    return moment ? std::optional(*moment) : std::nullopt;
}

/// TS20240101-0001 names the day of its receipt.
QString movedNumber(const QString &number, Day received, Day moved)
{
    const auto compact = [](Day day) { return day.toString().remove(u'-'); };
    return QString(number).replace(compact(received), compact(moved));
}

/// The day a story tells, at or before its receipt. \param month  10, or 本 for this month
std::optional<Day> dayTold(const QString &month, int dayOfMonth, Day received)
{
    const bool here = month == u"本";
    const auto day = Day::of(received.year(), here ? received.month() : month.toInt(), dayOfMonth);
    if (day && *day <= received) {
        return day;
    }
    const Day before = received.addDays(-received.dayOfMonth());
    return here ? Day::of(before.year(), before.month(), dayOfMonth)
                : Day::of(received.year() - 1, month.toInt(), dayOfMonth);
}

/// Days told in a story (10月12日, 本月3日) lie before its receipt and move with it.
QString movedStory(const QString &story, Day received, qint64 days)
{
    static const QRegularExpression told(u"(?<!\\d)(\\d{1,2}|本)月(\\d{1,2})日"_s);
    const Day now = received.addDays(days);
    QString moved;
    qsizetype at = 0;
    for (auto found = told.globalMatch(story); found.hasNext();) {
        const auto match = found.next();
        const auto day = dayTold(match.captured(1), match.captured(2).toInt(), received);
        moved += story.mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        if (day) {
            const Day then = day->addDays(days);
            const bool same = then.year() == now.year() && then.month() == now.month();
            moved += same && match.captured(1) == u"本"
                         ? u"本月%1日"_s.arg(then.dayOfMonth())
                         : u"%1月%2日"_s.arg(then.month()).arg(then.dayOfMonth());
        } else {
            moved += match.captured();
        }
    }
    return moved + story.mid(at);
}

/// Where the columns of the sample stand; a column that is missing is -1 and stays untouched.
class Columns
{
public:
    explicit Columns(const QStringList &heads)
        : m_heads(heads)
    {
    }

    [[nodiscard]] bool has(const QString &head) const { return m_heads.contains(head); }

    [[nodiscard]] QString cell(const QStringList &cells, const QString &head) const
    {
        return cells.value(m_heads.indexOf(head));
    }

    void put(QStringList &cells, const QString &head, const QString &text) const
    {
        const auto at = m_heads.indexOf(head);
        if (at >= 0 && at < cells.size()) {
            cells[at] = text;
        }
    }

private:
    QStringList m_heads;
};

/// Takes back what has not happened yet. A case closed later is still being worked on.
void takeBack(QStringList &cells, const Columns &columns, Instant now)
{
    const auto later = [&](const QString &head) {
        const auto moment = momentOf(columns.cell(cells, head));
        return moment && *moment > now;
    };
    const bool replyLater = later(u"first_reply_at"_s);
    if (!replyLater && !later(u"closed_at"_s)) {
        return;
    }
    if (replyLater) {
        columns.put(cells, u"first_reply_at"_s, {});
    }
    const bool replied = !columns.cell(cells, u"first_reply_at"_s).isEmpty();
    columns.put(cells, u"status"_s, replied ? u"处理中"_s : u"待受理"_s);
    for (const auto &head : {u"closed_at"_s, u"result"_s, u"satisfaction"_s}) {
        columns.put(cells, head, {});
    }
}

/// Moves all of a row by whole days.
void moveBy(QStringList &cells, const Columns &columns, qint64 days)
{
    const auto received = momentOf(columns.cell(cells, u"received_at"_s));
    for (const auto &name : {u"received_at"_s, u"due_at"_s, u"first_reply_at"_s, u"closed_at"_s}) {
        if (const auto moment = momentOf(columns.cell(cells, name))) {
            columns.put(cells, name, written(moment->addMs(days * kDayMs)));
        }
    }
    if (!received) {
        return;
    }
    const Day day = received->localDay();
    columns.put(cells,
                u"case_no"_s,
                movedNumber(columns.cell(cells, u"case_no"_s), day, day.addDays(days)));
    for (const auto &name : {u"title"_s, u"content"_s, u"result"_s}) {
        columns.put(cells, name, movedStory(columns.cell(cells, name), day, days));
    }
}

/// The next number of the day that no other case has.
QString freeNumber(const QString &number, const QSet<QString> &taken)
{
    const auto dash = number.lastIndexOf(u'-');
    const auto digits = number.size() - dash - 1;
    auto free = number;
    for (int at = number.mid(dash + 1).toInt(); taken.contains(free);) {
        free = number.left(dash + 1) + QString::number(++at).rightJustified(digits, u'0');
    }
    return free;
}

/// Closes what the register left lying, with the words of a case of the same kind.
class Closing
{
public:
    Closing(const QVector<QStringList> &rows, const Columns &columns)
        : m_columns(columns)
    {
        for (const auto &cells : rows) {
            if (!columns.cell(cells, u"result"_s).isEmpty()) {
                m_told[columns.cell(cells, u"subcategory"_s)].append(
                    {columns.cell(cells, u"result"_s), columns.cell(cells, u"satisfaction"_s)});
            }
        }
    }

    void close(QStringList &cells, Instant received)
    {
        const auto reply = momentOf(m_columns.cell(cells, u"first_reply_at"_s))
                               .value_or(received.addMs(kRepliedAfterMs));
        m_columns.put(cells, u"first_reply_at"_s, written(reply));
        m_columns.put(cells, u"closed_at"_s, written(reply.addMs(kClosedAfterMs)));
        m_columns.put(cells, u"status"_s, u"已办结"_s);
        const auto told = m_told.value(m_columns.cell(cells, u"subcategory"_s));
        if (!told.isEmpty()) {
            const auto &[result, satisfaction] = told.at(m_closed++ % told.size());
            m_columns.put(cells, u"result"_s, result);
            m_columns.put(cells, u"satisfaction"_s, satisfaction);
        }
    }

private:
    const Columns &m_columns;
    QHash<QString, QVector<QPair<QString, QString>>> m_told;
    qsizetype m_closed = 0;
};

} // namespace

QByteArray sampleAsOf(const QByteArray &csv, Instant now)
{
    RegisterReader file(QString::fromUtf8(csv), u',');
    const auto head = file.next();
    const Columns columns(head ? head->cells : QStringList());
    if (!columns.has(u"received_at"_s)) {
        return csv;
    }
    file.expectColumns(head->cells.size());
    QVector<QStringList> rows;
    std::optional<Day> last;
    while (const auto record = file.next()) {
        rows.append(record->cells);
        if (const auto received = momentOf(columns.cell(record->cells, u"received_at"_s))) {
            last = std::max(last.value_or(received->localDay()), received->localDay());
        }
    }
    const qint64 apart = last ? now.localDay() - *last : 0;
    // Up to the next whole week, before the last day as well as after it.
    const qint64 days = apart + ((-apart % kWeek) + kWeek) % kWeek;

    const auto receivedOf = [&](const QStringList &cells) {
        return momentOf(columns.cell(cells, u"received_at"_s));
    };
    Closing closing(rows, columns);
    QVector<QStringList> kept;
    QVector<QStringList> again;
    QSet<QString> taken;
    int stale = 0;
    for (auto &cells : rows) {
        const auto before = receivedOf(cells);
        if (before && before->addMs(days * kDayMs) > now) {
            continue;
        }
        moveBy(cells, columns, days);
        const auto received = receivedOf(cells);
        if (received && now - *received > kStaleMs &&
            columns.cell(cells, u"closed_at"_s).isEmpty()) {
            const qint64 weekMs = kWeek * kDayMs;
            const qint64 age = (now - *received) % weekMs;
            ++stale;
            if ((stale % kEveryFresh == 0 && age < kYoungMs) || stale % kEveryLate == 0) {
                moveBy(cells, columns, (now - *received) / weekMs * kWeek);
                again.append(cells);
                continue;
            }
            closing.close(cells, *received);
        }
        taken.insert(columns.cell(cells, u"case_no"_s));
        kept.append(cells);
    }
    for (auto &cells : again) {
        const auto number = freeNumber(columns.cell(cells, u"case_no"_s), taken);
        columns.put(cells, u"case_no"_s, number);
        taken.insert(number);
        kept.append(cells);
    }
    if (!again.isEmpty()) {
        std::stable_sort(kept.begin(), kept.end(), [&](const auto &one, const auto &other) {
            return columns.cell(one, u"received_at"_s) < columns.cell(other, u"received_at"_s);
        });
    }
    auto moved = csvLine(head->cells).toUtf8();
    for (auto &cells : kept) {
        takeBack(cells, columns, now);
        moved += csvLine(cells).toUtf8();
    }
    return moved;
}

} // namespace huiyin
