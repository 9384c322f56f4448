// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/notice.h>
#include <rules/noticeclause.h>

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace huiyin {

namespace {

bool restsByWeek(Day day) { return day.dayOfWeek() >= 6; }

bool isCustomary(const QString &sentence)
{
    // Whom it addresses, who is on duty, its number, who signed: what every notice says.
    static const QRegularExpression shape(
        QStringLiteral("\\A各省|\\A各地区|值班|\\A国务院(?:办公厅)?\\z|\\A国(?:办)?发(?:明电)?〔|"
                       "\\A\\(此件公开发布\\)\\z"));
    return sentence.isEmpty() || shape.match(sentence).hasMatch();
}

/// Reads the sections of a pasted text into one table.
class NoticeReader
{
public:
    NoticeReader(const NoticeText &text, const WorkCalendar *standing)
        : m_text(text)
        , m_standing(standing)
    {
    }

    NoticeReading read()
    {
        const auto sections = noticeSections(m_text);
        for (const auto &section : sections) {
            readSection(section);
        }
        if (m_reading.table.year == 0) {
            report(u"notice.noYear", Severity::Refusal, 0, {});
        }
        if (m_days.isEmpty() && m_reading.table.year != 0) {
            report(u"notice.nothing", Severity::Refusal, 0, {});
        }
        m_reading.table.days = m_days.values();
        return m_reading;
    }

private:
    void report(const char16_t *code, Severity severity, qsizetype at, const Args &args)
    {
        const Finding finding{QString::fromUtf16(code), severity, {}, args, {}, m_text.lineAt(at)};
        if (!m_reading.findings.contains(finding)) {
            m_reading.findings.append(finding);
        }
    }

    void reportSentence(Severity severity, const NoticePiece &sentence)
    {
        report(severity == Severity::Hint ? u"notice.aside" : u"notice.sentence",
               severity,
               sentence.from,
               {{QStringLiteral("text"), sentence.text.left(200)}});
    }

    void readSection(const NoticeSection &section);
    void readItem(const NoticeSection &section, const NoticeItem &item);
    void readOutside(const NoticePiece &sentence, bool page);
    void readSentence(const NoticePiece &sentence, bool correction);
    void takeClause(const NoticeClause &clause, const NoticePiece &piece);
    void closeItem(const NoticeSection &section);
    void extend(const NoticeClause &clause, const NoticePiece &piece);
    bool beginYear(const NoticeSection &section, qsizetype at);

    const NoticeText &m_text;
    const WorkCalendar *m_standing;
    NoticeReading m_reading;
    QMap<Day, SpecialDay> m_days;

    // of the item being read
    struct Dated
    {
        Day day;
        NoticePiece piece;
    };

    struct Total
    {
        int printed;
        qsizetype counted; ///< all days off of the item up to here
        qsizetype latest;  ///< those of the clause right before
        NoticePiece piece;
    };

    NoticeContext m_context;
    QString m_name;
    QMap<Day, qsizetype> m_off; ///< day → place
    QVector<Dated> m_works;
    QVector<Dated> m_shifted;
    QVector<Dated> m_legal;
    QVector<Dated> m_resumes;
    QVector<Total> m_totals;
    qsizetype m_latest = 0; ///< days of the last clause that gives days off
    bool m_joined = false;
    QSet<Day> m_sectionDays; ///< days said by this section: a later notice overrides, the same one
                             ///< contradicts itself
};

bool NoticeReader::beginYear(const NoticeSection &section, qsizetype at)
{
    auto &table = m_reading.table;
    if (table.year == 0) {
        table.year = section.year;
        if (section.kind != NoticeKind::Yearly && section.year != 0) {
            const YearTable *base = nullptr;
            if (m_standing != nullptr) {
                for (const auto &year : m_standing->years()) {
                    base = year.year == section.year ? &year : base;
                }
            }
            if (base == nullptr) {
                report(u"notice.correctionAlone",
                       Severity::Refusal,
                       at,
                       {{QStringLiteral("year"), QString::number(section.year)}});
            } else {
                table.notices = base->notices;
                for (const auto &special : base->days) {
                    m_days.insert(special.day, special);
                }
            }
        }
    } else if (section.year != 0 && table.year != section.year) {
        report(u"calendar.file.severalYears",
               Severity::Refusal,
               at,
               {{QStringLiteral("years"),
                 QStringLiteral("%1, %2").arg(table.year).arg(section.year)}});
        return false;
    }
    return true;
}

void NoticeReader::readSection(const NoticeSection &section)
{
    static const QRegularExpression arrangement(QStringLiteral("\\d日.*(?:放假|上班|补休|假期)"));
    const bool speaks =
        std::any_of(section.items.cbegin(), section.items.cend(), [](const NoticeItem &item) {
            return !item.name.isEmpty() ||
                   std::any_of(
                       item.sentences.cbegin(), item.sentences.cend(), [](const auto &sentence) {
                           return arrangement.match(sentence.text).hasMatch();
                       });
        });
    // The pages of notices link to other years' notices: a title without days says nothing.
    if (!speaks && m_reading.table.year != 0) {
        return;
    }
    const qsizetype at = section.items.constFirst().sentences.isEmpty()
                             ? 0
                             : section.items.constFirst().sentences.constFirst().from;
    if (!beginYear(section, at)) {
        return;
    }
    if (!section.title.isEmpty() && !m_reading.table.notices.contains(section.title)) {
        m_reading.table.notices.append(section.title);
    }
    if (section.kind == NoticeKind::Replace) {
        m_days.removeIf([&](const auto &entry) { return entry.value().name == section.name; });
    }
    m_sectionDays.clear();
    QStringList named;
    for (const auto &item : section.items) {
        readItem(section, item);
        named.append(item.name);
    }
    if (section.kind == NoticeKind::Yearly && section.year >= 2008 && !m_days.isEmpty()) {
        for (const auto &festival : {QStringLiteral("元旦"),
                                     QStringLiteral("春节"),
                                     QStringLiteral("清明节"),
                                     QStringLiteral("劳动节"),
                                     QStringLiteral("端午节"),
                                     QStringLiteral("中秋节"),
                                     QStringLiteral("国庆节")}) {
            if (!named.join(u'、').contains(festival)) {
                report(u"notice.festivalMissing",
                       Severity::Warning,
                       at,
                       {{QStringLiteral("name"), festival}});
            }
        }
    }
}

void NoticeReader::readItem(const NoticeSection &section, const NoticeItem &item)
{
    const bool correction = section.kind != NoticeKind::Yearly;
    m_name = correction ? section.name : item.name;
    m_context = {m_reading.table.year, m_name.contains(QStringLiteral("元旦")), 0, 0, false};
    m_off.clear();
    m_works.clear();
    m_shifted.clear();
    m_legal.clear();
    m_resumes.clear();
    m_totals.clear();
    m_latest = 0;
    m_joined = false;
    bool over = item.name.isEmpty() && !correction;
    for (const auto &sentence : item.sentences) {
        over = over || sentence.text.contains(QStringLiteral("节假日期间")) ||
               sentence.text.startsWith(QStringLiteral("各地区"));
        if (over || m_reading.table.year == 0) {
            readOutside(sentence, item.page);
        } else {
            readSentence(sentence, correction);
        }
    }
    closeItem(section);
}

/// A sentence beside the items: address, purpose, signature, the page's own words.
void NoticeReader::readOutside(const NoticePiece &printed, bool page)
{
    // The page's words follow a signature without a full stop.
    static const QRegularExpression signature(
        QStringLiteral("\\A国务院(?:办公厅)?\\d{4}年\\d{1,2}月\\d{1,2}日"));
    NoticePiece sentence = printed;
    if (const auto match = signature.match(sentence.text); match.hasMatch() && !page) {
        sentence.text.remove(0, match.capturedLength());
        sentence.from += match.capturedLength();
    }
    static const QRegularExpression basis(
        QStringLiteral("公布|修订|修改|施行|印发|《|自[\\d年月日]+起"));
    static const QRegularExpression imprint(
        QStringLiteral("国务院|日期|时间|来源|发布|公布|成文|新华|政府网|\\A[\\d年月日:()]+\\z"));
    Findings ignored;
    NoticeContext context{m_reading.table.year, false, m_reading.table.year, 1, false};
    const bool introduces = sentence.text.contains(QStringLiteral("如下"));
    bool dated = false;
    bool worded = false;
    bool arranges = false;
    bool based = true;
    for (const auto &piece : noticeClauses(sentence)) {
        const auto clause = readClause(piece, m_text, context, ignored);
        const bool basisOnly =
            basis.match(piece.text).hasMatch() || imprint.match(piece.text).hasMatch();
        dated = dated || clause.dated;
        worded = worded || clause.worded;
        arranges = arranges || (clause.dated && clause.worded && !basisOnly);
        based = based && (!clause.dated || basisOnly);
    }
    if (arranges || (dated && worded && !introduces && !based)) {
        reportSentence(Severity::Refusal, sentence);
    } else if (dated && !introduces && !imprint.match(sentence.text).hasMatch()) {
        reportSentence(based ? Severity::Hint : Severity::Warning, sentence);
    } else if ((worded || (!page && !dated)) && !introduces && !isCustomary(sentence.text)) {
        reportSentence(Severity::Hint, sentence);
    }
}

void NoticeReader::readSentence(const NoticePiece &sentence, bool correction)
{
    static const QRegularExpression advice(QStringLiteral("鼓励|倡导|提倡|建议"));
    static const QRegularExpression imprint(
        QStringLiteral("\\A(?:\\(此件公开发布\\))?(?:国务院(?:办公厅)?)?\\d{4}年\\d{1,2}月\\d{1,2}"
                       "日(?:\\(此件公开发布\\))?\\z"));
    if (correction && sentence.text.contains(QStringLiteral("如下"))) {
        readOutside(sentence, false);
        return;
    }
    if (imprint.match(sentence.text).hasMatch() || isCustomary(sentence.text)) {
        return;
    }
    if (advice.match(sentence.text).hasMatch() && !sentence.text.contains(QStringLiteral("上班"))) {
        reportSentence(Severity::Hint, sentence);
        return;
    }
    static const QRegularExpression paragraph(
        QStringLiteral("\\A\\(?[一二三四五六七八九十]{1,3}(?:\\)、?|[、.])"));
    NoticePiece body = sentence;
    if (const auto match = paragraph.match(body.text); match.hasMatch()) {
        body.text.remove(0, match.capturedLength());
        body.from += match.capturedLength();
    }
    QVector<std::pair<NoticeClause, NoticePiece>> clauses;
    bool unknown = false;
    bool dated = false;
    for (const auto &piece : noticeClauses(body)) {
        clauses.append({readClause(piece, m_text, m_context, m_reading.findings), piece});
        unknown = unknown || clauses.constLast().first.kind == ClauseKind::Unknown;
        dated = dated || clauses.constLast().first.dated;
    }
    if (unknown) {
        // A correction also speaks of schools and of pay; only a yearly item has nothing but days
        // to say.
        reportSentence(correction && !dated ? Severity::Hint : Severity::Refusal, sentence);
    }
    bool arranged = false;
    for (const auto &[clause, piece] : std::as_const(clauses)) {
        takeClause(clause, piece);
        arranged =
            arranged || (clause.kind != ClauseKind::Other && clause.kind != ClauseKind::Unknown);
    }
    if (arranged && !unknown) {
        m_reading.sentences.append(sentence.text);
    } else if (!unknown) {
        reportSentence(Severity::Hint, sentence);
    }
}

void NoticeReader::takeClause(const NoticeClause &clause, const NoticePiece &piece)
{
    const auto all = [&](QVector<Dated> &list, const QVector<Day> &days) {
        for (const Day day : days) {
            list.append({day, piece});
        }
    };
    const auto miscounted = [&](int printed, qsizetype actual) {
        report(u"notice.count",
               Severity::Refusal,
               piece.from,
               {{QStringLiteral("printed"), QString::number(printed)},
                {QStringLiteral("actual"), QString::number(actual)},
                {QStringLiteral("text"), piece.text}});
    };
    switch (clause.kind) {
    case ClauseKind::Off:
        for (const Day day : clause.days) {
            m_off.insert(day, piece.from);
        }
        m_latest = clause.days.size();
        if (clause.count != 0 && clause.count != clause.days.size()) {
            miscounted(clause.count, clause.days.size());
        }
        break;
    case ClauseKind::Work:
        all(m_works, clause.days);
        break;
    case ClauseKind::Resume:
        all(m_resumes, clause.days);
        break;
    case ClauseKind::Legal:
        all(m_legal, clause.days);
        break;
    case ClauseKind::Rest:
        for (const Day day : clause.days) {
            if (!restsByWeek(day)) {
                m_legal.append({day, piece});
            }
        }
        break;
    case ClauseKind::Shift:
        all(m_shifted, clause.days);
        for (const Day day : clause.targets) {
            m_off.insert(day, piece.from);
        }
        if (clause.count != 0 && clause.count != clause.days.size()) {
            miscounted(clause.count, clause.days.size());
        }
        if (clause.targets.size() != clause.days.size() + clause.extra) {
            miscounted(static_cast<int>(clause.days.size()) + clause.extra, clause.targets.size());
        }
        break;
    case ClauseKind::Extend:
        extend(clause, piece);
        break;
    case ClauseKind::Total:
        m_totals.append({clause.count, m_off.size(), m_latest, piece});
        break;
    case ClauseKind::Joined:
        m_joined = true;
        break;
    case ClauseKind::Nothing:
    case ClauseKind::Unknown:
    case ClauseKind::Other:
        break;
    }
}

/// 延长春节假期至2月2日: from the day after the festival's last day off; make-up days in between
/// fall away.
void NoticeReader::extend(const NoticeClause &clause, const NoticePiece &piece)
{
    std::optional<Day> last;
    for (const auto &special : std::as_const(m_days)) {
        if (!special.working && special.name == m_name) {
            last = special.day;
        }
    }
    if (!last || clause.days.size() != 1 || clause.days.constFirst() - *last > 20) {
        reportSentence(Severity::Refusal, piece);
        return;
    }
    for (Day day = last->addDays(1); day <= clause.days.constFirst(); day = day.addDays(1)) {
        m_off.insert(day, piece.from);
    }
}

void NoticeReader::closeItem(const NoticeSection &section)
{
    const bool correction = section.kind != NoticeKind::Yearly;
    const auto say = [&](const char16_t *code, const Dated &dated) {
        report(code,
               Severity::Refusal,
               dated.piece.from,
               {{QStringLiteral("day"), dated.day.toString()},
                {QStringLiteral("text"), dated.piece.text}});
    };
    const auto put = [&](const SpecialDay &special, const NoticePiece &piece) {
        const auto standing = m_days.constFind(special.day);
        if (standing != m_days.cend() && *standing != special &&
            (!correction || m_sectionDays.contains(special.day))) {
            say(u"notice.doubled", {special.day, piece});
            return;
        }
        m_days.insert(special.day, special);
        m_sectionDays.insert(special.day);
    };
    for (auto off = m_off.cbegin(); off != m_off.cend(); ++off) {
        put({off.key(), false, m_name}, {{}, off.value()});
    }
    // A rest day moved elsewhere is worked, unless the festival's own span covers it.
    for (const auto &moved : std::as_const(m_shifted)) {
        if (!m_off.contains(moved.day)) {
            m_works.append(moved);
        }
    }
    for (const auto &work : std::as_const(m_works)) {
        if (!restsByWeek(work.day)) {
            say(u"notice.makeupNotWeekend", work);
        } else {
            put({work.day, true, m_name}, work.piece);
        }
    }
    for (const auto &legal : std::as_const(m_legal)) {
        if (!m_off.contains(legal.day)) {
            say(u"notice.notOff", legal);
        }
    }
    for (const auto &resume : std::as_const(m_resumes)) {
        if (m_off.contains(resume.day)) {
            say(u"notice.doubled", resume);
        }
    }
    for (const auto &total : std::as_const(m_totals)) {
        qsizetype block = total.counted;
        if (m_joined && !m_off.isEmpty()) {
            const auto free = [&](Day day) { return m_off.contains(day) || restsByWeek(day); };
            Day first = m_off.firstKey();
            Day last = m_off.lastKey();
            while (free(first.addDays(-1))) {
                first = first.addDays(-1);
            }
            while (free(last.addDays(1))) {
                last = last.addDays(1);
            }
            block = last - first + 1;
        }
        // An item of two festivals counts both together or each by itself.
        if (total.printed != total.counted && total.printed != total.latest &&
            total.printed != block) {
            report(u"notice.count",
                   Severity::Refusal,
                   total.piece.from,
                   {{QStringLiteral("printed"), QString::number(total.printed)},
                    {QStringLiteral("actual"), QString::number(block)},
                    {QStringLiteral("text"), total.piece.text}});
        }
    }
}

} // namespace

NoticeReading readNotice(const QString &text, const WorkCalendar *standing)
{
    const NoticeText words = NoticeText::of(text);
    return NoticeReader(words, standing).read();
}

} // namespace huiyin
