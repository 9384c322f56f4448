// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/fieldinput.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Result<Done> Desk::setActor(const QString &personId)
{
    if (const auto unread = m_state->refresh()) {
        return *unread;
    }
    if (m_state->roster.isEmpty()) {
        m_state->actor = {personId, personId, {}, {}, true};
        m_state->guard();
        emit actorChanged();
        return Done{};
    }
    const auto &roster = m_state->roster;
    const auto person = std::find_if(
        roster.cbegin(), roster.cend(), [&](const Person &one) { return one.id == personId; });
    if (person == roster.cend()) {
        return Error{u"actor.unknown"_s, {{u"person"_s, personId}}};
    }
    if (!person->enabled) {
        return Error{u"actor.disabled"_s, {{u"person"_s, personId}, {u"name"_s, person->name}}};
    }
    m_state->actor = m_state->actorOf(*person);
    m_state->guard();
    emit actorChanged();
    return Done{};
}

Result<Outcome> Desk::addPerson(const Person &given)
{
    Outcome outcome;
    Person person = given;
    person.id = normalizedText(person.id, false);
    person.name = normalizedText(person.name, false);
    if (person.id.isEmpty() || person.id.size() > 40 || person.id.contains(u' ')) {
        outcome.findings.append(
            {u"person.id"_s, Severity::Refusal, {}, {{u"person"_s, person.id}}});
    }
    if (person.name.isEmpty() || person.name.size() > 60) {
        outcome.findings.append(
            {u"person.name"_s, Severity::Refusal, {}, {{u"person"_s, person.id}}});
    }
    m_state->askRight(outcome.findings);
    QStringList known;
    for (const RoleRule &role : regulation().roles) {
        known.append(role.id);
    }
    for (const QString &role : std::as_const(person.roles)) {
        if (!known.isEmpty() && !known.contains(role)) {
            outcome.findings.append({u"person.role"_s,
                                     Severity::Refusal,
                                     {},
                                     {{u"role"_s, role},
                                      {u"known"_s, known.join(u' ')},
                                      {u"regulation"_s, regulation().zh}}});
        }
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const QJsonObject body{{u"person"_s,
                            QJsonObject{{u"id"_s, person.id},
                                        {u"name"_s, person.name},
                                        {u"department"_s, person.department},
                                        {u"roles"_s, QJsonArray::fromStringList(person.roles)}}}};
    const auto recorded =
        m_state->append({{QLatin1StringView(event::kRosterGranted), std::nullopt, body}}, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    followActor();
    return outcome;
}

Result<Outcome> Desk::disablePerson(const QString &id, const QString &reason)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    const auto &roster = m_state->roster;
    const bool known = std::any_of(roster.cbegin(), roster.cend(), [&](const Person &one) {
        return one.id == id && one.enabled;
    });
    if (!known) {
        outcome.findings.append({u"person.unknown"_s, Severity::Refusal, {}, {{u"person"_s, id}}});
    }
    if (normalizedText(reason, true).isEmpty()) {
        outcome.findings.append({u"person.reason"_s, Severity::Refusal});
    }
    const auto enabled = std::count_if(
        roster.cbegin(), roster.cend(), [](const Person &one) { return one.enabled; });
    if (known && enabled == 1) {
        outcome.findings.append({u"person.last"_s, Severity::Refusal, {}, {{u"person"_s, id}}});
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const QJsonObject body{{u"person"_s, id}, {u"reason"_s, normalizedText(reason, true)}};
    const auto recorded =
        m_state->append({{QLatin1StringView(event::kRosterRevoked), std::nullopt, body}}, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    followActor();
    return outcome;
}

Result<Outcome> Desk::setAway(const QString &id, const QStringList &deputies)
{
    Outcome outcome;
    const auto isEnabled = [&](const QString &wanted) {
        return std::any_of(m_state->roster.cbegin(),
                           m_state->roster.cend(),
                           [&](const Person &one) { return one.id == wanted && one.enabled; });
    };
    for (const QString &wanted : QStringList{id} + deputies) {
        if (!isEnabled(wanted)) {
            outcome.findings.append(
                {u"person.unknown"_s, Severity::Refusal, {}, {{u"person"_s, wanted}}});
        }
    }
    // Whoever names his own deputies gives away no more than he has.
    if (id != actor().id) {
        m_state->askRight(outcome.findings);
    }
    if (deputies.contains(id)) {
        outcome.findings.append(
            {u"person.ownDeputy"_s, Severity::Refusal, {}, {{u"person"_s, id}}});
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const QJsonArray list = QJsonArray::fromStringList(deputies);
    return publishSetting(QLatin1StringView(config::kDeputies) + id,
                          QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

Result<Outcome> Desk::keepRespondentsOut(bool on)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    return refuses(outcome.findings)
               ? Result(outcome)
               : publishSetting(QLatin1StringView(config::kRecusal), on ? u"true"_s : u"false"_s);
}

bool Desk::respondentsKeptOut() const { return m_state->recusal; }

QVector<Person> Desk::people() const { return m_state->roster; }

Result<Done> askRoster(const Desk &desk)
{
    const auto people = desk.people();
    const bool known = std::any_of(people.cbegin(), people.cend(), [&](const Person &one) {
        return one.id == desk.actor().id && one.enabled;
    });
    return people.isEmpty() || known
               ? Result<Done>(Done{})
               : Result<Done>(Error{u"actor.unknown"_s, {{u"person"_s, desk.actor().id}}});
}

Result<Outcome> Desk::publishSetting(const QString &name, const QString &value)
{
    const NewEvent published{QLatin1StringView(event::kConfigPublished),
                             std::nullopt,
                             QJsonObject{{u"name"_s, name}, {u"value"_s, value}}};
    const auto recorded = m_state->append({published}, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    followActor();
    return Outcome{};
}

/// After the roster changed the present actor's rights follow it; an actor not on it may do nothing
/// more.
void Desk::followActor()
{
    const auto &roster = m_state->roster;
    const auto person = std::find_if(roster.cbegin(), roster.cend(), [&](const Person &one) {
        return one.id == m_state->actor.id && one.enabled;
    });
    if (roster.isEmpty()) {
        m_state->actor.unrestricted = true;
    } else if (person != roster.cend()) {
        m_state->actor = m_state->actorOf(*person);
    } else {
        m_state->actor.unrestricted = false;
        m_state->actor.roles.clear();
        m_state->actor.deputyFor.clear();
    }
    m_state->guard();
    emit actorChanged();
}

} // namespace huiyin
