// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/noticeclause.h>

#include <QRegularExpression>

namespace huiyin {

namespace {

const QString kDate = QStringLiteral("(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})");
const QString kBeside = QStringLiteral("(\\([^()]*\\)|(?:星期|周|礼拜)[一二三四五六日天])?");

QString weekdayText(int dayOfWeek)
{
    return QStringLiteral("星期") + QStringView(u"一二三四五六日").at(dayOfWeek - 1);
}

/// The weekdays named in the words beside a date, 1 = Monday … 7 = Sunday.
QVector<int> weekdaysIn(const QString &beside)
{
    static const QRegularExpression shape(QStringLiteral("(?:星期|周|礼拜)([一二三四五六日天])"));
    QVector<int> days;
    auto matches = shape.globalMatch(beside);
    while (matches.hasNext()) {
        const QString word = matches.next().captured(1);
        const auto index = QStringView(u"一二三四五六日").indexOf(word);
        days.append(index < 0 ? 7 : static_cast<int>(index) + 1);
    }
    return days;
}

/// Reads the dates of a clause in order, replacing each date, span or list by D.
class DateReader
{
public:
    DateReader(const NoticePiece &clause,
               const NoticeText &text,
               NoticeContext &context,
               Findings &findings)
        : m_clause(clause)
        , m_text(text)
        , m_context(context)
        , m_findings(findings)
    {
    }

    /// The clause with D for its dates; days before and after 调至 apart.
    QString read()
    {
        static const QRegularExpression shape(
            QStringLiteral("(?<![\\d〔])(?:%1日?%2[\\-至到]+%1日%2|%1日%2)").arg(kDate, kBeside));
        QString rest;
        qsizetype last = 0;
        auto matches = shape.globalMatch(m_clause.text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            rest += m_clause.text.mid(last, match.capturedStart() - last) + u'D';
            last = match.capturedEnd();
            m_position = m_clause.from + match.capturedStart();
            static const QRegularExpression moved(QStringLiteral("(?:调整?|调休|移|挪)[至到为]"));
            QVector<Day> &into = moved.match(rest).hasMatch() ? targets : days;
            if (!match.captured(7).isEmpty()) {
                appendSpan(match, into);
            } else if (const auto day = dayOf(match, 9)) {
                into.append(*day);
                checkWeekdays(match.captured(12), into);
            }
        }
        rest += m_clause.text.mid(last);
        static const QRegularExpression list(QStringLiteral("D(?:[、和与及]?D)+"));
        static const QRegularExpression aside(QStringLiteral("\\([^()]*\\)"));
        rest.replace(list, QStringLiteral("D"));
        rest.remove(aside);
        return rest;
    }

    QVector<Day> days;
    QVector<Day> targets;

private:
    void report(const char16_t *code, const Args &args)
    {
        m_findings.append(
            {QString::fromUtf16(code), Severity::Refusal, {}, args, {}, m_text.lineAt(m_position)});
    }

    std::optional<Day> dayOf(const QRegularExpressionMatch &match, int group)
    {
        const QString year = match.captured(group);
        const QString month = match.captured(group + 1);
        if (!month.isEmpty()) {
            const int number = month.toInt();
            if (!year.isEmpty()) {
                m_context.year = year.toInt();
                m_context.stated = true;
            } else if (!m_context.stated || number != m_context.month) {
                const bool before = m_context.newYear && number == 12;
                m_context.year = m_context.noticeYear - (before ? 1 : 0);
                m_context.stated = false;
            }
            m_context.month = number;
        }
        const auto day =
            Day::of(m_context.year, m_context.month, match.captured(group + 2).toInt());
        if (!day || std::abs(m_context.year - m_context.noticeYear) > 1) {
            report(u"notice.impossibleDay", {{QStringLiteral("text"), match.captured()}});
            return std::nullopt;
        }
        return day;
    }

    void appendSpan(const QRegularExpressionMatch &match, QVector<Day> &into)
    {
        const auto first = dayOf(match, 1);
        if (!first) {
            return;
        }
        QVector<Day> ends{*first};
        checkWeekdays(match.captured(4), ends);
        auto last = dayOf(match, 5);
        if (last && *last < *first && match.captured(5).isEmpty() &&
            last->month() < first->month()) {
            m_context.year += 1; // 12月30日至1月1日
            last = Day::of(m_context.year, last->month(), last->dayOfMonth());
        }
        if (!last) {
            return;
        }
        if (*last <= *first || *last - *first > 20) {
            report(u"notice.span", {{QStringLiteral("text"), match.captured()}});
            return;
        }
        ends = {*last};
        checkWeekdays(match.captured(8), ends);
        for (Day day = *first; day <= *last; day = day.addDays(1)) {
            into.append(day);
        }
    }

    /// Several weekdays in one parenthesis belong to as many dates before it.
    void checkWeekdays(const QString &beside, const QVector<Day> &dates)
    {
        const auto printed = weekdaysIn(beside);
        for (qsizetype i = 0; i < printed.size() && i < dates.size(); ++i) {
            const Day day = dates.at(dates.size() - std::min(printed.size(), dates.size()) + i);
            if (day.dayOfWeek() != printed.at(i)) {
                report(u"notice.weekday",
                       {{QStringLiteral("day"), day.toString()},
                        {QStringLiteral("printed"), weekdayText(printed.at(i))},
                        {QStringLiteral("actual"), weekdayText(day.dayOfWeek())}});
            }
        }
    }

    const NoticePiece &m_clause;
    const NoticeText &m_text;
    NoticeContext &m_context;
    Findings &m_findings;
    qsizetype m_position = 0;
};

struct ClauseShape
{
    ClauseKind kind;
    QRegularExpression shape;
};

const QVector<ClauseShape> &shapes()
{
    const auto shape = [](ClauseKind kind, const char16_t *pattern) {
        return ClauseShape{
            kind,
            QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(QString::fromUtf16(pattern)))};
    };
    // First match wins. The named group `count` is a printed number of days.
    static const QVector<ClauseShape> all = {
        shape(ClauseKind::Off,
              u"(?:全国|全体公民)?D(?:全国|全体公民)?(?:安排)?(?:调休|公休)?(?:放假|休息|休假|"
              u"放长假)(?:调休|公休|休息)?(?:共?(?<count>\\d+)天)?(?:调休|公休)?"),
        shape(ClauseKind::Off,
              u"(?:调休)?放假(?:调休)?(?:时间|日期|安排)?(?:为|是|:)?D(?:共?(?<count>\\d+)天)?"),
        shape(ClauseKind::Off, u"D共(?<count>\\d+)天(?:放假|休息)"),
        shape(ClauseKind::Off, u"D(?:补休|调休|补假|放假补休|补放假)(?:(?<count>\\d+)天)?"),
        shape(ClauseKind::Work,
              u"D(?:照常|正常|要|应|需|须|均|都|仍)*(?:调休|补)?(?:上班|补班|工作)"),
        shape(ClauseKind::Work, u"(?:调休)?上班(?:时间|日期)?(?:为|是|:)?D"),
        shape(ClauseKind::Resume, u"D起(?:恢复|正常|照常|开始)*(?:上班|工作)"),
        shape(ClauseKind::Rest, u"D(?:照常|正常|仍|为|是)+(?:公休|公休日|休息|休息日|周末|双休日)"),
        shape(ClauseKind::Legal, u"D(?:为|是|系)[^D]{0,12}假日"),
        shape(
            ClauseKind::Shift,
            u"(?:将|把)?D(?:(?<few>[一二两三四五六]|\\d)个)?(?:公休日|休息日|双休日|周末)(?<extra>["
            u"及和][^D]{1,8})?(?:分别|依次)?(?:调整?|调休|移|挪)[至到为]D(?:休息|放假|公休)?"),
        shape(ClauseKind::Extend,
              u"(?:现)?(?:将)?延长(?:\\d{4}年)?[^D]{1,12}?(?:假期|放假)(?:时间)?[至到]D"),
        shape(ClauseKind::Extend,
              u"(?:现)?(?:将)?(?:\\d{4}年)?[^D]{1,12}?(?:假期|放假)(?:时间)?延长[至到]D"),
        shape(ClauseKind::Total, u"(?:共|总共|共计|合计)(?:放假|休息|休)?(?<count>\\d+)天"),
        shape(ClauseKind::Total, u"(?:放假|休息)共?(?<count>\\d+)天"),
        shape(ClauseKind::Joined,
              u"(?:与|和|同)(?:前后|前面|后面)?(?:双休日|周末|周六|周日|公休日|星期六|星期日)*(?:"
              u"的)?(?:连休|相连|衔接)"),
        shape(ClauseKind::Nothing, u"不(?:再)?调休"),
        shape(ClauseKind::Nothing, u"D(?:是|为)[^D]{2,40}(?:纪念日|节)"),
    };
    return all;
}

} // namespace

NoticeClause readClause(const NoticePiece &clause,
                        const NoticeText &text,
                        NoticeContext &context,
                        Findings &findings)
{
    static const QRegularExpression lead(QStringLiteral("\\A(?:其中:?|并|且|另外?|同时|此外|:)+"));
    static const QRegularExpression words(
        QStringLiteral("放假|上班|补休|补班|调休|公休|连休|休息|休假|工作日|假期"));
    static const QRegularExpression bare(QStringLiteral("\\d+月|\\d+日"));
    DateReader reader(clause, text, context, findings);
    QString rest = reader.read();
    rest.remove(lead);
    NoticeClause result;
    result.days = reader.days;
    result.targets = reader.targets;
    result.dated = rest.contains(u'D') || bare.match(clause.text).hasMatch();
    result.worded = words.match(clause.text).hasMatch();
    for (const auto &[kind, shape] : shapes()) {
        const auto match = shape.match(rest);
        if (!match.hasMatch()) {
            continue;
        }
        result.kind = kind;
        result.count = match.captured(QStringLiteral("count")).toInt();
        if (kind == ClauseKind::Shift) {
            const QString few = match.captured(QStringLiteral("few"));
            const auto numeral = QStringView(u"〇一二三四五六").indexOf(few);
            result.count = few.isEmpty()                 ? 0
                           : few == QStringLiteral("两") ? 2
                           : numeral > 0                 ? static_cast<int>(numeral)
                                                         : few.toInt();
            result.extra = match.captured(QStringLiteral("extra")).isEmpty() ? 0 : 1;
        }
        if (kind == ClauseKind::Extend) {
            result.days = reader.days + reader.targets;
        }
        return result;
    }
    result.kind = result.dated || result.worded ? ClauseKind::Unknown : ClauseKind::Other;
    return result;
}

} // namespace huiyin
