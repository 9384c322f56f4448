// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/duebatch.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>

namespace huiyin {

namespace {

Error about(const char16_t *code, const QString &key)
{
    return {QString::fromUtf16(code), {{QStringLiteral("key"), key}}};
}

/// A value the key cannot have; `text` shows what was there.
Error badValue(const QString &key, const QJsonValue &value)
{
    const QJsonArray wrapped{value};
    QString text = QString::fromUtf8(QJsonDocument(wrapped).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2);
    return {QStringLiteral("due.value"),
            {{QStringLiteral("key"), key}, {QStringLiteral("text"), text.left(80)}}};
}

Result<Done> onlyKeys(const QJsonObject &json,
                      const QString &place,
                      std::initializer_list<QLatin1StringView> known)
{
    for (auto entry = json.constBegin(); entry != json.constEnd(); ++entry) {
        if (std::find(known.begin(), known.end(), entry.key()) == known.end()) {
            return about(u"due.keyUnknown", place + QLatin1Char('.') + entry.key());
        }
    }
    return Done{};
}

Result<qint64> whole(const QJsonObject &json, const QString &key)
{
    const QString place = QStringLiteral("rule.") + key;
    const QJsonValue value = json.value(key);
    if (value.isUndefined()) {
        return about(u"due.keyMissing", place);
    }
    const double number = value.toDouble();
    if (!value.isDouble() || std::floor(number) != number || std::fabs(number) > 9e15) {
        return badValue(place, value);
    }
    return static_cast<qint64>(number);
}

Result<Limit> readRule(const QJsonObject &rule)
{
    if (const auto known = onlyKeys(rule,
                                    QStringLiteral("rule"),
                                    {QLatin1StringView("unit"),
                                     QLatin1StringView("n"),
                                     QLatin1StringView("roll"),
                                     QLatin1StringView("day"),
                                     QLatin1StringView("months"),
                                     QLatin1StringView("extend_to")});
        !known) {
        return known.error();
    }
    if (!rule.contains(QLatin1StringView("unit"))) {
        return about(u"due.keyMissing", QStringLiteral("rule.unit"));
    }
    const auto unit = parseUnit(rule.value(QLatin1StringView("unit")).toString());
    if (!unit || unitId(*unit) != rule.value(QLatin1StringView("unit")).toString()) {
        return badValue(QStringLiteral("rule.unit"), rule.value(QLatin1StringView("unit")));
    }
    Limit limit;
    limit.unit = *unit;
    const bool monthDay = *unit == Unit::MonthDay;
    const bool fixed =
        monthDay || *unit == Unit::SameDay || *unit == Unit::EndOfWeek || *unit == Unit::EndOfMonth;
    const auto foreign = [&](QLatin1StringView key, bool own) {
        return !own && rule.contains(key);
    };
    for (const auto &[key, own] : {std::pair{QLatin1StringView("n"), !fixed},
                                   {QLatin1StringView("day"), monthDay},
                                   {QLatin1StringView("months"), monthDay}}) {
        if (foreign(key, own)) {
            return about(u"due.keyForeign", QStringLiteral("rule.") + key);
        }
    }
    const auto bounded =
        [&](const QString &key, qint64 least, qint64 most, auto &target) -> Result<Done> {
        const auto n = whole(rule, key);
        if (!n) {
            return n.error();
        }
        if (*n < least || *n > most) {
            return badValue(QStringLiteral("rule.") + key, rule.value(key));
        }
        target = static_cast<std::remove_reference_t<decltype(target)>>(*n);
        return Done{};
    };
    Result<Done> read = Done{};
    if (!fixed) {
        read = bounded(QStringLiteral("n"), 1, 1'000'000'000, limit.n);
    } else if (monthDay) {
        read = bounded(QStringLiteral("day"), 1, 31, limit.n);
        if (read && rule.contains(QLatin1StringView("months"))) {
            read = bounded(QStringLiteral("months"), 0, 1200, limit.months);
        }
    }
    const QJsonValue extension = rule.value(QLatin1StringView("extend_to"));
    if (read && !extension.isUndefined() && !extension.isNull()) {
        qint64 total = 0;
        read = bounded(QStringLiteral("extend_to"), 1, 1'000'000'000, total);
        limit.extendTo = total;
    }
    if (!read) {
        return read.error();
    }
    if (rule.contains(QLatin1StringView("roll"))) {
        const auto roll = parseRoll(rule.value(QLatin1StringView("roll")).toString());
        if (!roll || (*roll == Roll::Previous && *unit == Unit::Days)) {
            return badValue(QStringLiteral("rule.roll"), rule.value(QLatin1StringView("roll")));
        }
        limit.roll = *roll;
    }
    return limit;
}

Result<OfficeHours> readSettings(const QJsonObject &settings)
{
    if (const auto known = onlyKeys(settings,
                                    QStringLiteral("settings"),
                                    {QLatin1StringView("close"), QLatin1StringView("hours")});
        !known) {
        return known.error();
    }
    OfficeHours hours;
    if (settings.contains(QLatin1StringView("close"))) {
        const auto close = parseTimeOfDay(settings.value(QLatin1StringView("close")).toString());
        if (!close || *close == 0) {
            return badValue(QStringLiteral("settings.close"),
                            settings.value(QLatin1StringView("close")));
        }
        hours.closeMs = *close;
    }
    const QJsonValue list = settings.value(QLatin1StringView("hours"));
    if (!list.isUndefined()) {
        hours.periods.clear();
        for (const QJsonValue entry : list.toArray()) {
            const QJsonArray ends = entry.toArray();
            const auto from = parseTimeOfDay(ends.at(0).toString());
            const auto to = parseTimeOfDay(ends.at(1).toString());
            if (ends.size() != 2 || !from || !to) {
                return badValue(QStringLiteral("settings.hours"), entry);
            }
            hours.periods.append({*from, *to});
        }
        auto checked = checkedHours(hours);
        if (!checked) {
            return badValue(QStringLiteral("settings.hours"), list);
        }
        return checked;
    }
    return hours;
}

Result<QVector<PauseSpan>> readPauses(const QJsonArray &list)
{
    QVector<PauseSpan> pauses;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = QStringLiteral("pauses[%1]").arg(i);
        const QJsonArray ends = list.at(i).toArray();
        const auto from = Instant::parseLocal(ends.at(0).toString());
        if (ends.size() != 2 || !from) {
            return badValue(place, list.at(i));
        }
        PauseSpan pause{*from, std::nullopt};
        if (!ends.at(1).isNull()) {
            const auto to = Instant::parseLocal(ends.at(1).toString());
            if (!to || *to < *from) {
                return badValue(place, list.at(i));
            }
            pause.to = *to;
        }
        pauses.append(pause);
    }
    return pauses;
}

} // namespace

Result<DueQuestion> readDueQuestion(const QJsonObject &json)
{
    for (const auto key : {QLatin1StringView("receipt"), QLatin1StringView("rule")}) {
        if (!json.contains(key)) {
            return about(u"due.keyMissing", QString(key));
        }
    }
    const auto receipt = Instant::parseLocal(json.value(QLatin1StringView("receipt")).toString());
    if (!receipt) {
        return badValue(QStringLiteral("receipt"), json.value(QLatin1StringView("receipt")));
    }
    const auto absent = [](const QJsonValue &value) {
        return value.isUndefined() || value.isNull();
    };
    const QJsonValue rule = json.value(QLatin1StringView("rule"));
    const QJsonValue settings = json.value(QLatin1StringView("settings"));
    const QJsonValue pauses = json.value(QLatin1StringView("pauses"));
    if (!rule.isObject()) {
        return badValue(QStringLiteral("rule"), rule);
    }
    if (!absent(settings) && !settings.isObject()) {
        return badValue(QStringLiteral("settings"), settings);
    }
    if (!absent(pauses) && !pauses.isArray()) {
        return badValue(QStringLiteral("pauses"), pauses);
    }
    const auto limit = readRule(rule.toObject());
    if (!limit) {
        return limit.error();
    }
    const auto hours = readSettings(settings.toObject());
    if (!hours) {
        return hours.error();
    }
    const auto spans = readPauses(pauses.toArray());
    if (!spans) {
        return spans.error();
    }
    return DueQuestion{*receipt, *limit, *hours, *spans};
}

QJsonObject dueJson(const Deadline &deadline)
{
    const auto text = [](const auto &value, auto &&say) {
        return value ? QJsonValue(say(*value)) : QJsonValue();
    };
    return {
        {QStringLiteral("due"), text(deadline.due, [](Instant due) { return due.toLocalText(); })},
        {QStringLiteral("dueDay"), text(deadline.dueDay, [](Day day) { return day.toString(); })},
        {QStringLiteral("provisional"), deadline.provisional}};
}

QJsonObject dueLine(const WorkCalendar &calendar, const QByteArray &jsonLine)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(jsonLine, &fault);
    const QJsonObject json = document.object();
    const QJsonValue id =
        json.contains(QLatin1StringView("id")) ? json.value(QLatin1StringView("id")) : QJsonValue();
    const auto failed = [&](const Error &error) {
        QJsonObject args;
        for (auto arg = error.args.constBegin(); arg != error.args.constEnd(); ++arg) {
            args.insert(arg.key(), arg.value());
        }
        return QJsonObject{
            {QStringLiteral("id"), id},
            {QStringLiteral("error"),
             QJsonObject{{QStringLiteral("code"), error.code}, {QStringLiteral("args"), args}}}};
    };
    if (fault.error != QJsonParseError::NoError || !document.isObject()) {
        return failed({QStringLiteral("due.json"),
                       {{QStringLiteral("column"), QString::number(fault.offset + 1)}}});
    }
    const auto question = readDueQuestion(json);
    if (!question) {
        return failed(question.error());
    }
    const auto answer =
        deadline(calendar, question->receipt, question->limit, question->hours, question->pauses);
    if (!answer) {
        return failed(answer.error());
    }
    QJsonObject line = dueJson(*answer);
    line.insert(QStringLiteral("id"), id);
    return line;
}

QJsonObject dueLine(const WorkCalendar &calendar,
                    const QByteArray &jsonLine,
                    const Texts &texts,
                    Language language)
{
    QJsonObject line = dueLine(calendar, jsonLine);
    if (!line.contains(QLatin1StringView("error"))) {
        return line;
    }
    QJsonObject error = line.value(QLatin1StringView("error")).toObject();
    const QString code = error.value(QLatin1StringView("code")).toString();
    const QJsonObject json = error.take(QLatin1StringView("args")).toObject();
    Args args;
    for (auto arg = json.constBegin(); arg != json.constEnd(); ++arg) {
        args.insert(arg.key(), arg.value().toString());
    }
    error.insert(QStringLiteral("message"), texts.sentence(code, args, language));
    line.insert(QStringLiteral("error"), error);
    return line;
}

} // namespace huiyin
