// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>

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
QString usesWith(const QString &present, const Regulation &pack, Day from)
{
    QJsonArray uses;
    if (present.trimmed().startsWith(u'[')) {
        uses = QJsonDocument::fromJson(present.toUtf8()).array();
    } else if (!present.isEmpty()) {
        uses.append(QJsonObject{{u"id"_s, present.section(u'/', 0, 0)},
                                {u"version"_s, present.section(u'/', 1, 1).toInt()}});
    }
    uses.append(QJsonObject{
        {u"id"_s, pack.id}, {u"version"_s, pack.version}, {u"from"_s, from.toString()}});
    return QString::fromUtf8(QJsonDocument(uses).toJson(QJsonDocument::Compact));
}

} // namespace

Result<Outcome> Desk::useRegulation(const QString &id, std::optional<Day> from)
{
    Outcome outcome;
    const Regulation *pack = nullptr;
    for (const Regulation &one : std::as_const(m_state->packs)) {
        if (one.id == id && (pack == nullptr || one.version > pack->version)) {
            pack = &one;
        }
    }
    if (pack == nullptr) {
        QStringList known;
        for (const Regulation &one : std::as_const(m_state->packs)) {
            known.append(one.id);
        }
        known.removeDuplicates();
        outcome.findings.append({u"regulation.unknown"_s,
                                 Severity::Refusal,
                                 {},
                                 {{u"regulation"_s, id}, {u"known"_s, known.join(u' ')}}});
        return outcome;
    }
    return publishRegulation(*pack, from, {});
}

Result<Outcome> Desk::adoptRegulation(const QByteArray &toml, std::optional<Day> from)
{
    const RegulationReading reading = readRegulation(toml, library().catalogue, builtinPacks());
    Outcome outcome{reading.findings, std::nullopt, {}};
    if (!reading.regulation || refuses(outcome.findings)) {
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
    auto done =
        publishRegulation(*reading.regulation,
                          from,
                          known ? QVector<NewEvent>() : QVector<NewEvent>{published(name, text)});
    if (done) {
        done->findings = reading.findings + done->findings;
    }
    return done;
}

Result<Outcome>
Desk::publishRegulation(const Regulation &pack, std::optional<Day> from, QVector<NewEvent> events)
{
    const auto settings = m_state->reader.config();
    if (!settings) {
        return settings.error();
    }
    const QString name = QLatin1StringView(config::kRegulation);
    events.append(
        published(name, usesWith(settings->value(name), pack, from.value_or(now().localDay()))));
    const auto recorded = m_state->append(events, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    emit regulationChanged();
    return Outcome{};
}

Result<Outcome> Desk::setHours(const QString &json)
{
    const auto hours = readHours(json);
    if (!hours) {
        return Outcome{{findingOf(hours.error())}, std::nullopt, {}};
    }
    const auto recorded =
        m_state->append({published(QLatin1StringView(config::kHours), json)}, now());
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    return Outcome{};
}

} // namespace huiyin
