// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/casefile.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr std::array<QLatin1StringView, 5> kClockStates = {
    "Running"_L1, "Paused"_L1, "Met"_L1, "MetLate"_L1, "Cancelled"_L1};

QJsonValue optional(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(instant->utcMs()) : QJsonValue();
}

std::optional<Instant> instantFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Instant::fromUtcMs(value.toInteger())) : std::nullopt;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &item : array) {
        list.append(item.toString());
    }
    return list;
}

QJsonObject pauseJson(const ClockPause &pause)
{
    return {{u"from"_s, pause.from.utcMs()},
            {u"to"_s, optional(pause.to)},
            {u"reason"_s, pause.reason},
            {u"approver"_s, pause.approver}};
}

QJsonObject extensionJson(const ClockExtension &extension)
{
    return {{u"limit"_s, extension.limit},
            {u"due"_s, extension.due.utcMs()},
            {u"reason"_s, extension.reason},
            {u"approver"_s, extension.approver},
            {u"at"_s, extension.at.utcMs()},
            {u"rules"_s, QJsonArray::fromStringList(extension.rules)}};
}

} // namespace

QString clockStateId(ClockState state) { return kClockStates.at(static_cast<size_t>(state)); }

QJsonObject Clock::toJson() const
{
    QJsonArray pauseList;
    for (const ClockPause &pause : pauses) {
        pauseList.append(pauseJson(pause));
    }
    QJsonArray extensionList;
    for (const ClockExtension &extension : extensions) {
        extensionList.append(extensionJson(extension));
    }
    QJsonObject json{{u"clock"_s, id},
                     {u"label"_s, label},
                     {u"owner"_s, owner},
                     {u"handling"_s, handling},
                     {u"limit"_s, limit},
                     {u"stops"_s, stops},
                     {u"startedAt"_s, startedAt.utcMs()},
                     {u"due"_s, optional(due)},
                     {u"dueDay"_s, dueDay ? QJsonValue(dueDay->toString()) : QJsonValue()},
                     {u"provisional"_s, provisional},
                     {u"rules"_s, QJsonArray::fromStringList(rules)},
                     {u"state"_s, clockStateId(state)},
                     {u"stoppedAt"_s, optional(stoppedAt)},
                     {u"workedMin"_s, workedMin ? QJsonValue(*workedMin) : QJsonValue()}};
    if (workdays) {
        json.insert(u"workdays"_s, *workdays);
    }
    if (!pauses.isEmpty()) {
        json.insert(u"pauses"_s, pauseList);
    }
    if (!extensions.isEmpty()) {
        json.insert(u"extensions"_s, extensionList);
    }
    return json;
}

Clock Clock::fromJson(const QJsonObject &json)
{
    Clock clock;
    clock.id = json.value("clock"_L1).toString();
    clock.label = json.value("label"_L1).toString();
    clock.owner = json.value("owner"_L1).toString();
    clock.handling = json.value("handling"_L1).toBool();
    clock.limit = json.value("limit"_L1).toObject();
    clock.stops = json.value("stops"_L1).toString();
    clock.startedAt = Instant::fromUtcMs(json.value("startedAt"_L1).toInteger());
    clock.due = instantFrom(json.value("due"_L1));
    if (const auto day = Day::parse(json.value("dueDay"_L1).toString()); day.ok()) {
        clock.dueDay = *day;
    }
    clock.provisional = json.value("provisional"_L1).toBool();
    clock.rules = strings(json.value("rules"_L1));
    const auto state =
        std::find(kClockStates.begin(), kClockStates.end(), json.value("state"_L1).toString());
    clock.state = state == kClockStates.end()
                      ? ClockState::Running
                      : static_cast<ClockState>(state - kClockStates.begin());
    clock.stoppedAt = instantFrom(json.value("stoppedAt"_L1));
    if (json.value("workedMin"_L1).isDouble()) {
        clock.workedMin = json.value("workedMin"_L1).toInteger();
    }
    if (json.value("workdays"_L1).isDouble()) {
        clock.workdays = json.value("workdays"_L1).toInteger();
    }
    const QJsonArray pauseList = json.value("pauses"_L1).toArray();
    for (const auto &item : pauseList) {
        const QJsonObject pause = item.toObject();
        clock.pauses.append({Instant::fromUtcMs(pause.value("from"_L1).toInteger()),
                             instantFrom(pause.value("to"_L1)),
                             pause.value("reason"_L1).toString(),
                             pause.value("approver"_L1).toString()});
    }
    const QJsonArray extensionList = json.value("extensions"_L1).toArray();
    for (const auto &item : extensionList) {
        const QJsonObject extension = item.toObject();
        clock.extensions.append({extension.value("limit"_L1).toObject(),
                                 Instant::fromUtcMs(extension.value("due"_L1).toInteger()),
                                 extension.value("reason"_L1).toString(),
                                 extension.value("approver"_L1).toString(),
                                 Instant::fromUtcMs(extension.value("at"_L1).toInteger()),
                                 strings(extension.value("rules"_L1))});
    }
    return clock;
}

QJsonValue CaseFile::value(QStringView field) const
{
    // Not copied: a case is asked for a hundred fields whenever it is written.
    const auto it = heads.constFind(QString::fromRawData(field.data(), field.size()));
    return it == heads.cend() || it->isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                               : it->last().value;
}

QString CaseFile::text(QStringView field) const
{
    const QJsonValue stored = value(field);
    return stored.isObject() ? stored.toObject().value("name"_L1).toString() : stored.toString();
}

std::optional<Instant> CaseFile::instant(QStringView field) const
{
    return instantFrom(value(field));
}

QJsonObject CaseFile::fields() const
{
    QJsonObject all;
    for (auto it = heads.cbegin(); it != heads.cend(); ++it) {
        if (!it->isEmpty()) {
            all.insert(it.key(), it->last().value);
        }
    }
    return all;
}

QJsonObject CaseFile::replacesFor(const QJsonObject &fields) const
{
    QJsonObject replaces;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const auto present = heads.constFind(it.key());
        if (present == heads.cend() || present->isEmpty()) {
            continue;
        }
        QJsonArray ids;
        for (const FieldHead &head : *present) {
            ids.append(QString::fromLatin1(head.event.toHex()));
        }
        replaces.insert(it.key(), ids);
    }
    return replaces;
}

const Clock *CaseFile::clock(QStringView clockId) const
{
    const auto it = std::find_if(
        clocks.crbegin(), clocks.crend(), [&](const Clock &c) { return c.id == clockId; });
    return it == clocks.crend() ? nullptr : &*it;
}

const Clock *CaseFile::nextClock() const
{
    const Clock *next = nullptr;
    for (const Clock &candidate : clocks) {
        if (candidate.state != ClockState::Running && candidate.state != ClockState::Paused) {
            continue;
        }
        if (next == nullptr || (candidate.due && (!next->due || *candidate.due < *next->due))) {
            next = &candidate;
        }
    }
    return next;
}

const Clock *CaseFile::handlingClock() const
{
    const auto it = std::find_if(clocks.crbegin(), clocks.crend(), [](const Clock &c) {
        return c.handling && c.state != ClockState::Cancelled;
    });
    return it == clocks.crend() ? nullptr : &*it;
}

QJsonObject regulationJson(const PackVersion &pack, const QVector<PackVersion> &overlays)
{
    const auto one = [](const PackVersion &version) {
        return QJsonObject{{u"id"_s, version.id}, {u"version"_s, version.version}};
    };
    QJsonObject json = one(pack);
    QJsonArray with;
    for (const PackVersion &overlay : overlays) {
        with.append(one(overlay));
    }
    if (!with.isEmpty()) {
        json.insert(u"with"_s, with);
    }
    return json;
}

QString packText(const PackVersion &pack, const QVector<PackVersion> &overlays)
{
    QString text = pack.id + u'/' + QString::number(pack.version);
    for (const PackVersion &overlay : overlays) {
        text += u'+' + overlay.id + u'/' + QString::number(overlay.version);
    }
    return text;
}

void takeRegulation(CaseFile &caseFile, const QJsonObject &regulation)
{
    caseFile.regulationId = regulation.value("id"_L1).toString();
    caseFile.regulationVersion = regulation.value("version"_L1).toInt();
    caseFile.overlays.clear();
    const QJsonArray overlays = regulation.value("with"_L1).toArray();
    for (const auto &item : overlays) {
        const QJsonObject overlay = item.toObject();
        caseFile.overlays.append(
            {overlay.value("id"_L1).toString(), overlay.value("version"_L1).toInt()});
    }
}

} // namespace huiyin
