// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/overlay.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

NewEvent published(const QString &name, const QString &value)
{
    return {QLatin1StringView(event::kConfigPublished),
            std::nullopt,
            QJsonObject{{u"name"_s, name}, {u"value"_s, value}}};
}

/// The list of uses with one more; uses that begin later stay planned.
QString usesWith(const QString &present,
                 const PackVersion &pack,
                 const QVector<PackVersion> &overlays,
                 Day from)
{
    QJsonArray uses;
    if (present.trimmed().startsWith(u'[')) {
        uses = QJsonDocument::fromJson(present.toUtf8()).array();
    } else if (!present.isEmpty()) {
        uses.append(
            regulationJson({present.section(u'/', 0, 0), present.section(u'/', 1, 1).toInt()}, {}));
    }
    QJsonObject use = regulationJson(pack, overlays);
    use.insert(u"from"_s, from.toString());
    uses.append(use);
    return QString::fromUtf8(QJsonDocument(uses).toJson(QJsonDocument::Compact));
}

/// When a pack begins: on the day asked for, else today or on the day it takes effect. Nothing
/// where it was asked for too early; the finding says so.
std::optional<Day>
beginOf(const Regulation &pack, std::optional<Day> asked, Day today, Findings &findings)
{
    const Day begins = asked.value_or(std::max(today, pack.effective.value_or(today)));
    if (pack.effective && begins < *pack.effective) {
        findings.append({u"regulation.beforeEffective"_s,
                         Severity::Refusal,
                         {},
                         {{u"regulation"_s, pack.id},
                          {u"version"_s, QString::number(pack.version)},
                          {u"effective"_s, pack.effective->toString()},
                          {u"from"_s, begins.toString()}}});
        return std::nullopt;
    }
    return begins;
}

Finding refusedPack(const QString &code, const QString &id, const QStringList &known = {})
{
    return {code, Severity::Refusal, {}, {{u"regulation"_s, id}, {u"known"_s, known.join(u' ')}}};
}

/// Who must act in the pack though nobody on the roster does: each list of roles none of which is
/// held. A house without a roster is everybody.
void warnOfEmptyPosts(const Regulation &pack, const QVector<Person> &roster, Findings &findings)
{
    QStringList held;
    for (const Person &person : roster) {
        held += person.enabled ? person.roles : QStringList();
    }
    QStringList said;
    const auto look = [&](const QStringList &roles, const QString &zh, const QString &en) {
        const bool empty = std::none_of(
            roles.cbegin(), roles.cend(), [&](const QString &role) { return held.contains(role); });
        const QString key = roles.join(u' ');
        if (roster.isEmpty() || roles.isEmpty() || !empty || said.contains(key)) {
            return;
        }
        said.append(key);
        QStringList words;
        QStringList wordsEn;
        for (const QString &id : roles) {
            const RoleRule *role = pack.role(id);
            words.append(role == nullptr ? id : role->zh);
            wordsEn.append(role == nullptr ? id : role->en);
        }
        findings.append({u"regulation.roleEmpty"_s,
                         Severity::Warning,
                         {},
                         {{u"entry"_s, zh},
                          {u"entryEn"_s, en},
                          {u"roles"_s, words.join(u"、"_s)},
                          {u"rolesEn"_s, wordsEn.join(u", "_s)}}});
    };
    for (const MoveRule &move : pack.moves) {
        look(move.by, move.zh, move.en);
    }
    for (const ClockRule &clock : pack.clocks) {
        for (const ExtensionRule &level : clock.extend) {
            look(level.approve, clock.zh, clock.en);
        }
    }
    for (const PenaltyRule &penalty : pack.penalties) {
        look(penalty.approve, penalty.zh, penalty.en);
    }
}

PackVersion versionOf(const QString &key)
{
    return {key.section(u'/', 0, 0), key.section(u'/', 1, 1).toInt()};
}

} // namespace

QVector<RegulationUse> Desk::regulationUses() const
{
    QVector<RegulationUse> uses;
    for (const State::Use &use : std::as_const(m_state->uses)) {
        RegulationUse one{use.from, versionOf(use.key), {}};
        for (const QString &key : use.with) {
            one.with.append(versionOf(key));
        }
        uses.append(one);
    }
    return uses;
}

Result<Outcome>
Desk::useRegulation(const QString &id, std::optional<Day> from, const QStringList &with)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    const QVector<Regulation> packs = regulations();
    QStringList hosts;
    QStringList overlays;
    for (const Regulation &one : packs) {
        (one.overlay ? overlays : hosts).append(one.id);
    }
    hosts.removeDuplicates();
    overlays.removeDuplicates();
    const Regulation *pack = newestOf(packs, id);
    if (pack == nullptr) {
        outcome.findings.append(refusedPack(u"regulation.unknown"_s, id, hosts));
    } else if (pack->overlay) {
        outcome.findings.append(refusedPack(u"regulation.isOverlay"_s, id, hosts));
    }
    QVector<PackVersion> laid;
    for (const QString &over : with) {
        const Regulation *overlay = newestOf(packs, over);
        if (overlay == nullptr || !overlay->overlay) {
            outcome.findings.append(refusedPack(u"regulation.notOverlay"_s, over, overlays));
        } else {
            laid.append({overlay->id, overlay->version});
        }
    }
    const auto begins =
        pack == nullptr ? from : beginOf(*pack, from, now().localDay(), outcome.findings);
    if (refuses(outcome.findings)) {
        return outcome;
    }
    return publishRegulation({pack->id, pack->version}, laid, begins, {});
}

Result<Outcome> Desk::adoptRegulation(const QByteArray &toml, std::optional<Day> from)
{
    const RegulationReading reading = readRegulation(toml, library().catalogue, builtinPacks());
    Outcome outcome{reading.findings, std::nullopt, {}};
    m_state->askRight(outcome.findings);
    if (!reading.regulation || refuses(outcome.findings)) {
        return outcome;
    }
    const auto begins = beginOf(*reading.regulation, from, now().localDay(), outcome.findings);
    if (!begins) {
        return outcome;
    }
    const QString key = packKey(reading.regulation->id, reading.regulation->version);
    const auto settings = m_state->reader.config();
    if (!settings) {
        return settings.error();
    }
    const QString text = QString::fromUtf8(toml);
    const QString name = QLatin1StringView(config::kRegulationText) + key;
    const bool known = m_state->packs.contains(key);
    // A version that cases were recorded under must keep its words.
    if (known && settings->value(name) != text) {
        outcome.findings.append({u"regulation.versionTaken"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"regulation"_s, reading.regulation->id},
                                  {u"version"_s, QString::number(reading.regulation->version)}}});
        return outcome;
    }
    const QVector<NewEvent> events =
        known ? QVector<NewEvent>() : QVector<NewEvent>{published(name, text)};
    PackVersion host{reading.regulation->id, reading.regulation->version};
    QVector<PackVersion> laid;
    if (reading.regulation->overlay) {
        laid = regulation().overlays;
        laid.removeIf([&](const PackVersion &one) { return one.id == host.id; });
        laid.append(host);
        host = {regulation().id, regulation().version};
    }
    auto done = publishRegulation(host, laid, begins, events);
    if (done) {
        done->findings = reading.findings + done->findings;
    }
    return done;
}

Result<Outcome> Desk::publishRegulation(const PackVersion &pack,
                                        const QVector<PackVersion> &with,
                                        std::optional<Day> from,
                                        QVector<NewEvent> events)
{
    const auto settings = m_state->reader.config();
    if (!settings) {
        return settings.error();
    }
    const QString name = QLatin1StringView(config::kRegulation);
    events.append(published(
        name, usesWith(settings->value(name), pack, with, from.value_or(now().localDay()))));
    const auto recorded = m_state->append(events, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    emit regulationChanged();
    Outcome outcome;
    warnOfEmptyPosts(
        m_state->packs.value(packKey(pack.id, pack.version)), m_state->roster, outcome.findings);
    return outcome;
}

Result<Outcome> Desk::setHours(const QString &json)
{
    Outcome outcome;
    m_state->askRight(outcome.findings);
    const auto hours = readHours(json);
    if (!hours) {
        outcome.findings.append(findingOf(hours.error()));
    }
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const auto recorded =
        m_state->append({published(QLatin1StringView(config::kHours), json)}, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    return outcome;
}

} // namespace huiyin
