// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <rules/parameters.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

QString figureKey(const QString &pack, const QString &id) { return pack + u'/' + id; }

QString shownValue(const std::optional<qint64> &scaled)
{
    return scaled ? figureText(*scaled) : QString();
}

} // namespace

void Desk::State::readFigures(const QMap<QString, QString> &settings)
{
    const QString prefix = QLatin1StringView(config::kParameter);
    figures.clear();
    QMap<QString, ParameterValues> own; // by pack id
    for (auto it = settings.lowerBound(prefix);
         it != settings.cend() && it.key().startsWith(prefix);
         ++it) {
        const QJsonObject json = QJsonDocument::fromJson(it->toUtf8()).object();
        const QJsonValue value = json.value(u"value"_s);
        if (!value.isDouble()) {
            continue; // given back to the pack
        }
        const QString key = it.key().mid(prefix.size());
        const QJsonValue before = json.value(u"before"_s);
        figures.insert(key,
                       {value.toInteger(),
                        {json.value(u"by"_s).toString(),
                         Instant::fromUtcMs(json.value(u"at"_s).toInteger()),
                         before.isDouble() ? std::optional(before.toInteger()) : std::nullopt,
                         json.value(u"reason"_s).toString()}});
        own[key.section(u'/', 0, 0)].insert(key.section(u'/', 1), value.toInteger());
    }
    for (Regulation &pack : packs) {
        if (own.contains(pack.id)) {
            applyParameters(pack, own.value(pack.id));
        }
    }
}

QVector<ParameterState> Desk::parameters(const QString &regulation) const
{
    const auto &packs = m_state->packs;
    const auto newest = [&](const QString &id) {
        const Regulation *found = nullptr;
        for (const Regulation &one : packs) {
            if (one.id == id && (found == nullptr || one.version > found->version)) {
                found = &one;
            }
        }
        return found;
    };
    const Regulation *pack = regulation.isEmpty() ? &this->regulation() : newest(regulation);
    QVector<ParameterState> list;
    if (pack == nullptr) {
        return list;
    }
    for (const ParameterRule &rule : pack->parameters) {
        ParameterState state{pack->id, rule};
        for (const PackVersion &overlay : pack->overlays) {
            const Regulation *host = newest(pack->id);
            const Regulation *over = newest(overlay.id);
            if (over != nullptr && over->parameter(rule.id) != nullptr &&
                (host == nullptr || host->parameter(rule.id) == nullptr)) {
                state.regulation = overlay.id;
            }
        }
        const auto own = m_state->figures.constFind(figureKey(state.regulation, rule.id));
        if (own != m_state->figures.cend()) {
            state.change = own->change;
        }
        list.append(state);
    }
    return list;
}

Result<Outcome> Desk::setParameter(const QString &id,
                                   const QString &text,
                                   const QString &reason,
                                   const QString &regulation)
{
    Outcome outcome;
    const auto refuse = [&](const QString &code, const Args &args) {
        outcome.findings.append({code, Severity::Refusal, {}, args});
    };
    m_state->askRight(outcome.findings);
    if (refuses(outcome.findings)) {
        return outcome;
    }
    const auto &packs = m_state->packs;
    const bool known =
        regulation.isEmpty() || std::any_of(packs.cbegin(), packs.cend(), [&](const auto &one) {
            return one.id == regulation;
        });
    if (!known) {
        refuse(u"regulation.unknown"_s, {{u"regulation"_s, regulation}, {u"known"_s, {}}});
        return outcome;
    }
    const QVector<ParameterState> all = parameters(regulation);
    const auto state =
        std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one.rule.id == id; });
    if (state == all.cend()) {
        QStringList ids;
        for (const ParameterState &one : all) {
            ids.append(one.rule.id);
        }
        const Regulation &inForce = this->regulation();
        refuse(u"parameter.unknown"_s,
               {{u"regulation"_s, regulation.isEmpty() ? inForce.zh : regulation},
                {u"regulationEn"_s, regulation.isEmpty() ? inForce.en : regulation},
                {u"value"_s, id},
                {u"known"_s, ids.isEmpty() ? u"–"_s : ids.join(u", ")}});
        return outcome;
    }
    const ParameterRule &rule = state->rule;
    const bool back = text.trimmed().isEmpty();
    const auto value = back ? Result<qint64>(rule.written.value_or(0)) : readParameter(rule, text);
    if (!value) {
        refuse(value.error().code, value.error().args);
        return outcome;
    }
    if (back ? !rule.own : rule.own && rule.scaled == *value) {
        outcome.findings.append({u"parameter.same"_s,
                                 Severity::Warning,
                                 {},
                                 {{u"parameter"_s, rule.zh},
                                  {u"parameterEn"_s, rule.en},
                                  {u"value"_s, shownValue(rule.scaled)}}});
        return outcome;
    }
    // All versions of the pack follow the figure, and so must the ranges it bounds.
    for (Regulation pack : packs) {
        if (pack.id != state->regulation) {
            continue;
        }
        ParameterValues own;
        for (const ParameterRule &one : std::as_const(pack.parameters)) {
            if (one.own && one.scaled) {
                own.insert(one.id, *one.scaled);
            }
        }
        if (back) {
            own.remove(id);
        } else {
            own.insert(id, *value);
        }
        applyParameters(pack, own);
        for (const ReversedRange &range : reversedRanges(pack)) {
            const PenaltyRule *penalty = pack.penalty(range.entry.section(u':', 1));
            refuse(u"parameter.reversed"_s,
                   {{u"entry"_s, penalty == nullptr ? range.entry : penalty->zh},
                    {u"entryEn"_s, penalty == nullptr ? range.entry : penalty->en},
                    {u"least"_s, range.least},
                    {u"most"_s, range.most}});
        }
        if (refuses(outcome.findings)) {
            return outcome;
        }
    }
    QJsonObject json{{u"value"_s, back ? QJsonValue() : QJsonValue(*value)},
                     {u"before"_s, rule.scaled ? QJsonValue(*rule.scaled) : QJsonValue()},
                     {u"by"_s, actor().id},
                     {u"at"_s, now().utcMs()}};
    if (const QString why = reason.trimmed(); !why.isEmpty()) {
        json.insert(u"reason"_s, why);
    }
    auto done =
        publishSetting(QLatin1StringView(config::kParameter) + figureKey(state->regulation, id),
                       QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    if (done) {
        emit regulationChanged();
    }
    return done;
}

} // namespace huiyin
