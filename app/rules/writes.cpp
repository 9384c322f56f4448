// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

QString nameOf(const Actor &actor) { return actor.name.isEmpty() ? actor.id : actor.name; }

QJsonArray partsOf(const QJsonObject &all, const QString &field)
{
    return all.value(field).toArray();
}

QString deptOf(const QJsonValue &entry)
{
    return entry.toObject().value(QLatin1StringView(part::kDept)).toString();
}

bool isAnswered(const QJsonValue &entry)
{
    return !entry.toObject().value(QLatin1StringView(part::kResult)).toString().trimmed().isEmpty();
}

/// The department the answer comes from: named in the input, else the actor's; a desk without a
/// roster may leave it out while one part only is open.
QString answeringDept(const Course &course, const QJsonArray &parts)
{
    const QString named =
        normalizedText(course.input.value(QLatin1StringView(part::kDept)).toString(), false);
    if (!named.isEmpty() || !course.actor.department.isEmpty()) {
        return named.isEmpty() ? course.actor.department : named;
    }
    QStringList open;
    for (const auto &entry : parts) {
        if (!isAnswered(entry)) {
            open.append(deptOf(entry));
        }
    }
    return open.size() == 1 ? open.first() : QString();
}

void checkLocks(Course &course,
                const QJsonObject &written,
                const QJsonObject &all,
                const QString &action)
{
    for (const LockRule &lock : course.ground.regulation.locks) {
        if (lock.until == action || !lock.when.holds(all)) {
            continue;
        }
        const QVector<const Step *> moves = movesOfSpan(course.caseFile);
        const bool open = std::any_of(moves.cbegin(), moves.cend(), [&](const Step *step) {
            return step->action == lock.until;
        });
        for (const QString &field : lock.fields) {
            if (!open && hasValue(written, field)) {
                const MoveRule *until = course.ground.regulation.move(lock.until);
                course.refuse(u"step.locked"_s,
                              field,
                              {{u"until"_s, until == nullptr ? lock.until : until->zh},
                               {u"untilEn"_s, until == nullptr ? lock.until : until->en}},
                              lock.rules);
            }
        }
    }
}

} // namespace

void checkWrites(Course &course,
                 const QJsonObject &written,
                 const QJsonObject &stored,
                 const QString &action)
{
    const QJsonObject all = withOverdue(stored, course.caseFile, course.at);
    checkLocks(course, written, all, action);
    for (const GuardRule &guard : course.ground.regulation.guards) {
        const auto field = std::find_if(guard.fields.cbegin(),
                                        guard.fields.cend(),
                                        [&](const QString &id) { return written.contains(id); });
        if (field == guard.fields.cend() || !guard.when.holds(all)) {
            continue;
        }
        // Neither as the case stands nor as it would stand: who writes himself out of the bar in
        // the same breath is still barred.
        const auto barred = [&](const QJsonObject &fields) {
            return !recusal(course.ground, course.actor, course.caseFile, fields, guard.forbidden)
                        .isEmpty();
        };
        if (barred(course.caseFile.fields()) || barred(all)) {
            course.refuse(
                u"step.guarded"_s, *field, {{u"person"_s, nameOf(course.actor)}}, guard.rules);
        }
    }
}

void answerPart(Course &course, const MoveRule &rule, QJsonObject &fields)
{
    QJsonArray parts = partsOf(course.caseFile.fields(), rule.answers);
    const QString result = normalizedText(course.input.value(u"partResult"_s).toString(), true);
    if (result.isEmpty()) {
        course.refuse(u"step.part.result"_s,
                      {},
                      {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}},
                      rule.rules);
        return;
    }
    const QString dept = answeringDept(course, parts);
    QStringList known;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        known.append(deptOf(parts.at(i)));
        if (deptOf(parts.at(i)) != dept) {
            continue;
        }
        QJsonObject entry = parts.at(i).toObject();
        entry.insert(QLatin1StringView(part::kResult), result);
        entry.insert(QLatin1StringView(part::kAnsweredAt), course.at.utcMs());
        entry.insert(QLatin1StringView(part::kAnsweredBy), nameOf(course.actor));
        parts.replace(i, entry);
        fields.insert(rule.answers, parts);
        return;
    }
    course.refuse(u"step.part.unknown"_s,
                  {},
                  {{u"dept"_s, dept}, {u"known"_s, known.join(u"、"_s)}},
                  rule.rules);
}

void checkParts(Course &course, const MoveRule &rule, const QJsonObject &all)
{
    QStringList open;
    for (const QString &field : rule.complete) {
        const QJsonArray parts = partsOf(all, field);
        for (const auto &entry : parts) {
            if (!isAnswered(entry)) {
                open.append(deptOf(entry));
            }
        }
    }
    if (!open.isEmpty()) {
        course.refuse(
            u"step.part.open"_s,
            {},
            {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}, {u"depts"_s, open.join(u"、"_s)}},
            rule.rules);
    }
}

} // namespace huiyin::steps
