// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleregister.h"

#include <desk/registerfile.h>

#include <QRegularExpression>
#include <QVector>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kWeek = 7;

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

/// Days told in a story (10月12日) lie before its receipt and move with it.
QString movedStory(const QString &story, Day received, qint64 days)
{
    static const QRegularExpression told(u"(?<!\\d)(\\d{1,2})月(\\d{1,2})日"_s);
    QString moved;
    qsizetype at = 0;
    for (auto found = told.globalMatch(story); found.hasNext();) {
        const auto match = found.next();
        const int month = match.captured(1).toInt();
        const int dayOfMonth = match.captured(2).toInt();
        auto day = Day::of(received.year(), month, dayOfMonth);
        if (!day || *day > received) {
            day = Day::of(received.year() - 1, month, dayOfMonth);
        }
        moved += story.mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        if (day) {
            const Day then = day->addDays(days);
            moved += u"%1月%2日"_s.arg(then.month()).arg(then.dayOfMonth());
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

    QByteArray moved = csvLine(head->cells).toUtf8();
    for (auto &cells : rows) {
        const auto received = momentOf(columns.cell(cells, u"received_at"_s));
        if (received && received->addMs(days * kDayMs) > now) {
            continue;
        }
        for (const auto &name :
             {u"received_at"_s, u"due_at"_s, u"first_reply_at"_s, u"closed_at"_s}) {
            if (const auto moment = momentOf(columns.cell(cells, name))) {
                columns.put(cells, name, written(moment->addMs(days * kDayMs)));
            }
        }
        if (received) {
            const Day day = received->localDay();
            columns.put(cells,
                        u"case_no"_s,
                        movedNumber(columns.cell(cells, u"case_no"_s), day, day.addDays(days)));
            for (const auto &name : {u"title"_s, u"content"_s, u"result"_s}) {
                columns.put(cells, name, movedStory(columns.cell(cells, name), day, days));
            }
        }
        takeBack(cells, columns, now);
        moved += csvLine(cells).toUtf8();
    }
    return moved;
}

} // namespace huiyin
