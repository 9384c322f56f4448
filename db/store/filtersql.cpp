// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/filtersql.h>
#include <store/searchtext.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

bool countsSpans(const CaseFilter &f)
{
    return f.receivedFrom || f.receivedBefore || f.closedFrom || f.closedBefore ||
           f.closingOnTime || f.closedAs || f.openAt || f.overdueThen || f.limitFrom ||
           f.limitBefore || f.atWorkFrom || f.atWorkBefore || f.notDeclinedFrom || f.countedIn;
}

bool byOpening(const CaseFilter &f)
{
    return (f.receivedFrom || f.receivedBefore) && !f.closedFrom && !f.closedBefore;
}

/// Gathers conditions and their values.
class Conditions
{
public:
    void add(const QByteArray &condition) { m_conditions.append(condition); }

    void add(const QByteArray &condition, const Value &value)
    {
        m_conditions.append(condition);
        m_values.push_back(value);
    }

    void addAny(const QByteArray &column, const QStringList &values)
    {
        if (values.isEmpty()) {
            return;
        }
        QByteArrayList blanks;
        for (const QString &value : values) {
            blanks.append("?");
            m_values.emplace_back(value);
        }
        m_conditions.append(values.size() == 1 ? column + " = ?"
                                               : column + " IN (" + blanks.join(", ") + ')');
    }

    void addValue(const Value &value) { m_values.push_back(value); }

    [[nodiscard]] QByteArray text() const { return m_conditions.join("\n    AND "); }

    [[nodiscard]] const std::vector<Value> &values() const { return m_values; }

private:
    QByteArrayList m_conditions;
    std::vector<Value> m_values;
};

void addSpanConditions(Conditions &where, const CaseFilter &f)
{
    if (f.receivedFrom) {
        where.add("s.opened_utc_ms >= ?", f.receivedFrom->utcMs());
    }
    if (f.receivedBefore) {
        where.add("s.opened_utc_ms < ?", f.receivedBefore->utcMs());
    }
    if (f.closedFrom) {
        where.add("s.closed_utc_ms >= ?", f.closedFrom->utcMs());
    }
    if (f.closedBefore) {
        where.add("s.closed_utc_ms < ?", f.closedBefore->utcMs());
    }
    if (f.closingOnTime) {
        where.add("s.on_time = ?", qint64{*f.closingOnTime});
    }
    if (f.closedAs) {
        where.add("s.closed_as = ?", stageId(*f.closedAs));
    }
    if (f.openAt) {
        where.add("s.opened_utc_ms < ?", f.openAt->utcMs());
        where.add("(s.closed_utc_ms IS NULL OR s.closed_utc_ms >= ?)", f.openAt->utcMs());
    }
    if (f.limitFrom || f.limitBefore) {
        // A stay begun after its limit counts on its first day, as the tally does.
        if (f.limitBefore) {
            where.add("s.handling_due_utc_ms < ?", f.limitBefore->utcMs());
            where.add("+s.opened_utc_ms < ?", f.limitBefore->utcMs());
        }
        if (f.limitFrom) {
            where.add("max(s.handling_due_utc_ms, s.opened_utc_ms) >= ?", f.limitFrom->utcMs());
        }
    }
    if (f.atWorkBefore) {
        where.add("s.opened_utc_ms < ?", f.atWorkBefore->utcMs());
    }
    if (f.atWorkFrom) {
        where.add("(s.closed_utc_ms IS NULL OR s.closed_utc_ms >= ?)", f.atWorkFrom->utcMs());
    }
    if (f.notDeclinedFrom && f.notDeclinedBefore) {
        where.add("NOT (ifnull(s.closed_as, '') = 'Declined' AND +s.closed_utc_ms >= ? AND "
                  "+s.closed_utc_ms < ?)",
                  f.notDeclinedFrom->utcMs());
        where.addValue(f.notDeclinedBefore->utcMs());
    }
    if (f.countedIn) {
        const qint64 mark = qint64{1} << static_cast<int>(*f.countedIn);
        where.add("(s.counted_in & ?) <> 0", mark);
    }
    if (f.overdueThen) {
        // All of it stands in the index of limits: a case is looked up only once it is known to
        // have been overdue.
        where.add("s.handling_due_utc_ms < ?", f.overdueThen->utcMs());
        where.add("(s.handling_stopped_utc_ms IS NULL OR s.handling_stopped_utc_ms >= ?)",
                  f.overdueThen->utcMs());
        where.add("(s.closed_utc_ms IS NULL OR s.closed_utc_ms >= ?)", f.overdueThen->utcMs());
        where.add("s.opened_utc_ms < ?", f.overdueThen->utcMs());
    }
}

/// `c.pack IN (?, ?) OR `: cases under these packs pass without the question that follows.
QByteArray unlessUnder(Conditions &where, const QStringList &packs)
{
    QByteArrayList blanks;
    for (const QString &pack : packs) {
        blanks.append("?");
        where.addValue(pack);
    }
    return packs.isEmpty() ? QByteArray() : "c.pack IN (" + blanks.join(", ") + ") OR ";
}

/// Several people stand in the field with 、 between them.
constexpr auto kNotAgainst =
    "instr('、' || replace(replace(replace(ifnull(c.respondent_person, ''), "
    "'，', '、'), ',', '、'), ' ', '、') || '、', ?) = 0";

/// What a person may see.
void addSight(Conditions &where, const CaseFilter &f)
{
    for (const QString &person : f.notRespondent) {
        const QByteArray unless = unlessUnder(where, f.respondentFree);
        where.add('(' + unless + kNotAgainst + ')', u'、' + person + u'、');
    }
    if (!f.involving.isEmpty()) {
        const QByteArray unless = unlessUnder(where, f.involvingFree);
        QByteArrayList any;
        for (const QString &name : f.involving) {
            any.append("instr(c.involved, ?) > 0");
            where.addValue(u'、' + name + u'、');
        }
        where.add('(' + unless + any.join(" OR ") + ')');
    }
    for (const QString &absent : f.borrowedFrom) {
        const QByteArray unless = unlessUnder(where, f.ownInvolvingFree);
        QByteArrayList any;
        for (const QString &name : f.ownInvolving) {
            any.append("instr(c.involved, ?) > 0");
            where.addValue(u'、' + name + u'、');
        }
        any.append(kNotAgainst);
        where.add('(' + unless + any.join(" OR ") + ')', u'、' + absent + u'、');
    }
}

/// Whose cases: one person's, those that wait for somebody in a department, or both in one.
enum class Whose { Any, Handler, Waiting };

/// Cases of a person and those waiting in the department stand in two indexes; each gives its rows
/// in order and they are merged. Where no index gives the order one condition does.
bool joinsTwo(const CaseFilter &f)
{
    return !f.handler.isEmpty() && !f.waitingIn.isEmpty() && !countsSpans(f) &&
           f.sort != CaseSort::Number && f.text.trimmed().isEmpty() && f.phone.trimmed().isEmpty();
}

Conditions conditionsOf(const CaseFilter &f, Whose whose)
{
    Conditions where;
    where.add("c.voided = 0");
    if (f.overdueAt) {
        where.add("c.open = 1");
        where.add("c.sort_due_utc_ms < ?", f.overdueAt->utcMs());
    }
    if (f.open) {
        where.add(*f.open ? "c.open = 1" : "c.open = 0");
    }
    if (f.dueFrom) {
        where.add("c.sort_due_utc_ms >= ?", f.dueFrom->utcMs());
    }
    if (f.dueBefore) {
        where.add("c.sort_due_utc_ms < ?", f.dueBefore->utcMs());
    }
    QStringList stages;
    for (const Stage stage : f.stages) {
        stages.append(stageId(stage));
    }
    where.addAny("c.stage", stages);
    where.addAny("c.kind", f.kinds);
    where.addAny("c.category", f.categories);
    where.addAny("c.channel", f.channels);
    where.addAny("c.department", f.departments);
    where.addAny("c.unit", f.offices);
    where.addAny("c.product", f.products);
    where.addAny("c.cause", f.causes);
    if (f.given) {
        where.add(*f.given == CaseFilter::Given::Cause ? "c.cause <> ''" : "c.category <> ''");
    }
    if (f.numbers) {
        // One value, however many there are.
        const auto list = QJsonDocument(QJsonArray::fromStringList(*f.numbers));
        where.add("c.case_no IN (SELECT value FROM json_each(?))",
                  QString::fromUtf8(list.toJson(QJsonDocument::Compact)));
    }
    where.addAny("c.satisfaction", f.satisfactions);
    where.addAny("c.foundedness", f.foundedness);
    if (whose == Whose::Waiting) {
        where.add("c.open = 1");
        where.add("c.handler = ''");
        where.add("c.department = ?", f.waitingIn);
    } else if (whose == Whose::Any && !f.handler.isEmpty() && !f.waitingIn.isEmpty()) {
        where.add("(c.handler = ? OR (c.open = 1 AND c.handler = '' AND c.department = ?))",
                  f.handler);
        where.addValue(f.waitingIn);
    } else if (!f.handler.isEmpty()) {
        where.add("c.handler = ?", f.handler);
        where.add("c.handler <> ''"); // written out, so that the partial index fits
    }
    if (f.unhandled) {
        where.add("c.handler = ''");
    }
    if (f.incomplete) {
        // Written out: only so does the planner see that the partial index fits.
        where.add(*f.incomplete ? "c.incomplete = 1" : "c.incomplete = 0");
    }
    if (f.repeat) {
        where.add("c.repeat_flag = ?", qint64{*f.repeat});
    }
    addSight(where, f);
    // A filter text that holds nothing to search for finds nothing, rather than everything.
    const auto addMatch = [&where](const QString &match) {
        if (match.isEmpty()) {
            where.add("0");
        } else {
            where.add("c.case_key IN (SELECT rowid FROM fts WHERE fts MATCH ?)", match);
        }
    };
    if (!f.text.trimmed().isEmpty()) {
        addMatch(matchOf(f.text));
    }
    if (!f.phone.trimmed().isEmpty()) {
        addMatch(matchPhone(f.phone));
    }
    addSpanConditions(where, f);
    return where;
}

// Begin with whether a case is open.
constexpr auto kByDue = "complaint_by_due";
constexpr auto kByReceived = "complaint_by_received";

bool isNarrowedByText(const CaseFilter &f)
{
    return !f.text.trimmed().isEmpty() || !f.phone.trimmed().isEmpty();
}

/// The index that gives the order or the fewest rows. Named outright: without statistics the
/// planner would guess.
QByteArray indexOf(const CaseFilter &f, Whose whose)
{
    if (whose == Whose::Waiting) {
        return "complaint_by_department_due";
    }
    const QByteArray order = f.sort == CaseSort::Due ? "due" : "received";
    if (isNarrowedByText(f) || f.numbers) {
        return {};
    }
    if (f.sort == CaseSort::Number) {
        const bool plain = f.handler.isEmpty() && f.departments.isEmpty() && f.stages.isEmpty() &&
                           !f.open && !f.overdueAt && f.kinds.isEmpty() && f.categories.isEmpty() &&
                           !f.dueFrom && !f.dueBefore;
        return plain ? "complaint_by_any_number" : "";
    }
    if (!f.handler.isEmpty()) {
        return whose == Whose::Any && !f.waitingIn.isEmpty() ? QByteArray()
                                                             : "complaint_by_handler_" + order;
    }
    if (f.departments.size() == 1) {
        return "complaint_by_department_" + order;
    }
    if (f.stages.size() == 1) {
        return "complaint_by_stage_" + order;
    }
    if (f.sort == CaseSort::Due && f.open.value_or(false) && f.incomplete.value_or(false)) {
        return "complaint_by_incomplete_due"; // few rows, else strewn over all open cases
    }
    if (f.sort == CaseSort::Due || f.overdueAt || f.dueFrom || f.dueBefore) {
        return kByDue;
    }
    if (f.categories.size() == 1) {
        return "complaint_by_category_received";
    }
    if (f.kinds.size() == 1) {
        return "complaint_by_kind_received";
    }
    return kByReceived;
}

/// One of the statements put together: the cases of a filter, or some of them.
struct Arm
{
    CaseFilter filter;
    Whose whose = Whose::Any;
};

/// The parts of a filter that stand in order one by one, to be merged: a person's cases and those
/// waiting in the department; open and closed cases, where an index keeps them apart.
QVector<Arm> armsOf(const CaseFilter &f)
{
    if (joinsTwo(f)) {
        return {{f, Whose::Handler}, {f, Whose::Waiting}};
    }
    const QByteArray index = countsSpans(f) ? QByteArray() : indexOf(f, Whose::Any);
    if (f.open || f.overdueAt || (index != kByDue && index != kByReceived)) {
        return {{f}};
    }
    QVector<Arm> arms{{f}, {f}};
    arms.first().filter.open = true;
    arms.last().filter.open = false;
    return arms;
}

QByteArray fromText(const CaseFilter &f, Whose whose)
{
    if (countsSpans(f)) {
        // CROSS JOIN keeps the order of the tables: spans of the period first, then their cases by
        // key.
        return "FROM span s" + QByteArray(f.overdueThen ? " INDEXED BY span_by_due" : "") +
               "\nCROSS JOIN complaint c ON c.case_key = s.case_key";
    }
    const QByteArray index = indexOf(f, whose);
    return "FROM complaint c" + (index.isEmpty() ? QByteArray() : " INDEXED BY " + index);
}

QByteArray sortColumn(const CaseFilter &f)
{
    switch (f.sort) {
    case CaseSort::Due:
        return f.overdueThen ? "s.handling_due_utc_ms" : "c.sort_due_utc_ms";
    case CaseSort::Received:
        return byOpening(f) ? "s.opened_utc_ms" : "c.received_utc_ms";
    case CaseSort::Number:
        break;
    }
    return "c.case_no";
}

} // namespace

Cursor Place::toCursor() const
{
    const auto *number = std::get_if<qint64>(&sort);
    const auto *text = std::get_if<QString>(&sort);
    return u"%1.%2.%3"_s.arg(key).arg(span).arg(number != nullptr ? QString::number(*number)
                                                : text != nullptr ? *text
                                                                  : QString());
}

std::optional<Place> Place::of(const Cursor &cursor, CaseSort sort)
{
    const qsizetype first = cursor.indexOf(u'.');
    const qsizetype second = cursor.indexOf(u'.', first + 1);
    if (first < 0 || second < 0) {
        return std::nullopt;
    }
    bool keyOk = false;
    bool spanOk = false;
    bool sortOk = true;
    const QString rest = cursor.mid(second + 1);
    Place place{.sort = rest,
                .key = cursor.left(first).toLongLong(&keyOk),
                .span = cursor.mid(first + 1, second - first - 1).toLongLong(&spanOk)};
    if (sort != CaseSort::Number) {
        place.sort = rest.toLongLong(&sortOk);
    }
    return keyOk && spanOk && sortOk ? std::optional(place) : std::nullopt;
}

namespace {

/// One statement without order and limit, its values appended.
QByteArray armText(const CaseFilter &filter,
                   Whose whose,
                   Columns columns,
                   const std::optional<Place> &after,
                   std::vector<Value> &values)
{
    Conditions where = conditionsOf(filter, whose);
    const bool spans = countsSpans(filter);
    const QByteArray sort = sortColumn(filter);
    if (after) {
        const QByteArray than = filter.descending ? " < " : " > ";
        where.add('(' + sort + (spans ? ", c.case_key, s.no)" : ", c.case_key)") + than +
                  (spans ? "(?, ?, ?)" : "(?, ?)"));
        where.addValue(after->sort);
        where.addValue(after->key);
        if (spans) {
            where.addValue(after->span);
        }
    }
    values.insert(values.end(), where.values().cbegin(), where.values().cend());
    return QByteArray("SELECT ") + (columns == Columns::Row ? "c.*" : "c.case_key") + ", " + sort +
           " AS sort_value, " + (spans ? "s.no" : "0") + " AS span_no\n" + fromText(filter, whose) +
           "\nWHERE " + where.text();
}

} // namespace

FilterSql selectSql(const CaseFilter &filter,
                    Columns columns,
                    const std::optional<Place> &after,
                    qint64 limit)
{
    const bool spans = countsSpans(filter);
    const QByteArray way = filter.descending ? "DESC" : "ASC";
    FilterSql sql;
    const QVector<Arm> arms = armsOf(filter);
    QByteArrayList texts;
    for (const Arm &arm : arms) {
        texts.append(armText(arm.filter, arm.whose, columns, after, sql.values));
    }
    sql.text = texts.join("\nUNION ALL\n") + "\nORDER BY ";
    if (arms.size() > 1) {
        sql.text += "sort_value " + way + ", case_key " + way;
    } else {
        sql.text += sortColumn(filter) + ' ' + way + ", c.case_key " + way +
                    (spans ? ", s.no " + way : QByteArray());
    }
    if (limit >= 0) {
        sql.text += "\nLIMIT ?";
        sql.values.emplace_back(limit);
    }
    return sql;
}

FilterSql countSql(const CaseFilter &filter, qint64 atMost)
{
    FilterSql sql;
    QByteArrayList texts;
    const QVector<Arm> arms = armsOf(filter);
    for (const Arm &arm : arms) {
        const Conditions where = conditionsOf(arm.filter, arm.whose);
        sql.values.insert(sql.values.end(), where.values().cbegin(), where.values().cend());
        texts.append("SELECT 1\n" + fromText(arm.filter, arm.whose) + "\nWHERE " + where.text());
    }
    sql.text = texts.join("\nUNION ALL\n");
    if (atMost >= 0) {
        sql.text += "\nLIMIT ?";
        sql.values.emplace_back(atMost);
    }
    sql.text = "SELECT count(*) AS cases FROM (\n" + sql.text + "\n)";
    return sql;
}

} // namespace huiyin
