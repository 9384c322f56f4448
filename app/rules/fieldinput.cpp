// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/instant.h>
#include <rules/fieldinput.h>

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

Args named(const FieldDef &field, Args args = {})
{
    args.insert(u"field"_s, field.zh);
    args.insert(u"fieldEn"_s, field.en.isEmpty() ? field.id : field.en);
    return args;
}

ValueReading refused(const FieldDef &field, const QString &code, Args args = {})
{
    return {QJsonValue::Undefined,
            {Finding{code, Severity::Refusal, field.id, named(field, std::move(args))}}};
}

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().left(60);
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Array:
        return u"[…]"_s;
    case QJsonValue::Object:
        return u"{…}"_s;
    default:
        return u"null"_s;
    }
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble()) {
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (std::floor(number) != number || std::abs(number) > 9007199254740992.0) {
        return std::nullopt;
    }
    return value.toInteger();
}

ValueReading readText(const FieldDef &field, const QJsonValue &input, bool lines)
{
    QString text;
    if (input.isString()) {
        text = normalizedText(input.toString(), lines);
    } else if (const auto number = wholeNumber(input)) {
        text = QString::number(*number);
    } else {
        return refused(field, u"input.kind"_s, {{u"value"_s, shown(input)}});
    }
    if (text.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    if (field.max > 0 && text.size() > field.max) {
        return refused(field,
                       u"input.tooLong"_s,
                       {{u"count"_s, QString::number(text.size())},
                        {u"max"_s, QString::number(field.max)},
                        {u"over"_s, QString::number(text.size() - field.max)}});
    }
    return {text, {}};
}

ValueReading readPhone(const FieldDef &field, const QJsonValue &input)
{
    ValueReading reading = readText(field, input, false);
    if (reading.value.isString()) {
        const QString phone = normalizedPhone(reading.value.toString());
        reading.value = phone;
        reading.findings += phoneFindings(phone, field.id);
    }
    return reading;
}

ValueReading readDate(const FieldDef &field, const QJsonValue &input)
{
    if (!input.isString()) {
        return refused(field, u"input.date"_s, {{u"text"_s, shown(input)}});
    }
    const QString text = halfWidth(input.toString()).trimmed();
    if (text.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    // A date field also takes a moment of that day: the ledger prints only the day of a datetime.
    const auto day = Day::parse(text.left(10));
    if (day && (text.size() == 10 || Instant::parseLocal(text))) {
        return {day->toString(), {}};
    }
    const bool impossible = !day && day.error().code == u"day.impossible";
    return refused(
        field, impossible ? u"input.impossible"_s : u"input.date"_s, {{u"text"_s, text}});
}

ValueReading readDateTime(const FieldDef &field, const QJsonValue &input)
{
    if (const auto ms = wholeNumber(input)) {
        return {*ms, {}};
    }
    if (!input.isString()) {
        return refused(field, u"input.time"_s, {{u"text"_s, shown(input)}});
    }
    const QString text = halfWidth(input.toString()).trimmed();
    if (text.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    if (const auto instant = Instant::parseLocal(text)) {
        return {instant->utcMs(), {}};
    } else if (instant.error().code == u"day.impossible") {
        return refused(field, u"input.impossible"_s, {{u"text"_s, text}});
    }
    const auto day = Day::parse(text);
    if (day) {
        return {Instant::fromLocal(*day, 0).utcMs(),
                {Finding{u"input.timeMissing"_s,
                         Severity::Warning,
                         field.id,
                         named(field, {{u"text"_s, text}})}}};
    }
    const bool impossible = day.error().code == u"day.impossible";
    return refused(
        field, impossible ? u"input.impossible"_s : u"input.time"_s, {{u"text"_s, text}});
}

ValueReading readInteger(const FieldDef &field, const QJsonValue &input)
{
    if (const auto number = wholeNumber(input)) {
        return {*number, {}};
    }
    if (input.isString()) {
        const QString text = halfWidth(input.toString()).trimmed();
        if (text.isEmpty()) {
            return {QJsonValue::Null, {}};
        }
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (ok) {
            return {number, {}};
        }
    }
    return refused(field, u"input.integer"_s, {{u"text"_s, shown(input)}});
}

/// Plain decimal digits with at most one point; nothing else, so that no locale can change the
/// reading.
bool isDecimal(QStringView text)
{
    if (text.startsWith(u'-')) {
        text = text.mid(1);
    }
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView part = point < 0 ? QStringView() : text.mid(point + 1);
    const auto digits = [](QStringView t) {
        return std::all_of(t.cbegin(), t.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    return !whole.isEmpty() && digits(whole) && digits(part) && (point < 0 || !part.isEmpty());
}

ValueReading readDecimal(const FieldDef &field, const QJsonValue &input)
{
    const QString text = input.isDouble() ? QString::number(input.toDouble(), 'g', 15)
                                          : halfWidth(input.toString()).trimmed();
    if (input.isString() && text.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    if ((input.isDouble() || input.isString()) && isDecimal(text)) {
        return {text, {}};
    }
    return refused(field, u"input.decimal"_s, {{u"text"_s, shown(input)}});
}

ValueReading readMoney(const FieldDef &field, const QJsonValue &input)
{
    constexpr qint64 kMostFen = 9'000'000'000'000'00; // beyond any register; keeps sums in 64 bits
    if (const auto fen = wholeNumber(input)) {
        if (*fen >= 0 && *fen <= kMostFen) {
            return {*fen, {}};
        }
        return refused(field, u"input.money"_s, {{u"text"_s, shown(input)}});
    }
    if (input.isString()) {
        QString text = halfWidth(input.toString()).trimmed();
        if (text.isEmpty()) {
            return {QJsonValue::Null, {}};
        }
        if (text.startsWith(u'¥') || text.startsWith(u'￥')) {
            text.remove(0, 1);
        }
        if (text.endsWith(u'元')) {
            text.chop(1);
        }
        text.remove(u',').remove(u' ');
        const qsizetype point = text.indexOf(u'.');
        const qsizetype places = point < 0 ? 0 : text.size() - point - 1;
        if (isDecimal(text) && !text.startsWith(u'-') && places <= 2 && text.size() <= 16) {
            const QString fen = (point < 0 ? text : text.left(point)) +
                                (point < 0 ? QString() : text.mid(point + 1)) +
                                QString(2 - places, u'0');
            return {fen.toLongLong(), {}};
        }
    }
    return refused(field, u"input.money"_s, {{u"text"_s, shown(input)}});
}

QString choicesText(const CodeList &list)
{
    QStringList words;
    for (const Choice &choice : list.choices) {
        words.append(choice.zh + u' ' + choice.id);
    }
    return words.join(u'、');
}

ValueReading readChoice(const FieldDef &field, const CodeList *list, const QJsonValue &input)
{
    if (!input.isString()) {
        return refused(field, u"input.kind"_s, {{u"value"_s, shown(input)}});
    }
    const QString word = normalizedText(input.toString(), false);
    if (word.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    if (list == nullptr) { // a list the organisation keeps itself: any name
        return readText(field, input, false);
    }
    if (const Choice *choice = list->byWord(word)) {
        return {choice->id, {}};
    }
    return refused(
        field, u"input.notAChoice"_s, {{u"value"_s, word}, {u"choices"_s, choicesText(*list)}});
}

ValueReading readMulti(const FieldDef &field, const CodeList *list, const QJsonValue &input)
{
    QJsonArray words;
    if (input.isArray()) {
        words = input.toArray();
    } else if (input.isString()) {
        QString text = input.toString();
        for (const QChar separator : {u',', u'，', u';', u'；', u'\n'}) {
            text.replace(separator, u'、');
        }
        const auto parts = text.split(u'、', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            words.append(part);
        }
    } else {
        return refused(field, u"input.kind"_s, {{u"value"_s, shown(input)}});
    }
    ValueReading result{QJsonValue::Undefined, {}};
    QJsonArray ids;
    for (const auto &word : std::as_const(words)) {
        ValueReading one = readChoice(field, list, word);
        if (one.value.isString() && !ids.contains(one.value)) {
            ids.append(one.value);
        }
        result.findings += one.findings;
    }
    if (!refuses(result.findings)) {
        result.value = ids.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(ids);
    }
    return result;
}

ValueReading readBool(const FieldDef &field, const QJsonValue &input)
{
    if (input.isBool()) {
        return {input, {}};
    }
    const QString word =
        input.isDouble() ? shown(input) : halfWidth(input.toString()).trimmed().toLower();
    if (input.isString() && word.isEmpty()) {
        return {QJsonValue::Null, {}};
    }
    static const QStringList yes = {
        u"true"_s, u"yes"_s, u"y"_s, u"1"_s, u"是"_s, u"√"_s, u"有"_s, u"☑"_s};
    static const QStringList no = {
        u"false"_s, u"no"_s, u"n"_s, u"0"_s, u"否"_s, u"×"_s, u"无"_s, u"☐"_s};
    if (yes.contains(word)) {
        return {true, {}};
    }
    if (no.contains(word)) {
        return {false, {}};
    }
    return refused(field, u"input.bool"_s, {{u"text"_s, shown(input)}});
}

constexpr int kRefusalReason = 100; ///< most characters

ValueReading readSign(const FieldDef &field, const QJsonValue &input)
{
    if (input.isString() && input.toString().trimmed().isEmpty()) {
        return readText(field, input, false);
    }
    const QJsonObject object =
        input.isString() ? typedSignature(input.toString()) : input.toObject();
    ValueReading name = readText(field, object.value(u"name"_s), false);
    if (input.isString() && refuses(name.findings)) {
        return name;
    }
    if (!name.value.isString()) {
        return refused(field, u"input.kind"_s, {{u"value"_s, shown(input)}});
    }
    QJsonObject sign{{u"name"_s, name.value}};
    const QJsonValue at = object.value(u"at"_s);
    if (!at.isUndefined() && !at.isNull()) {
        ValueReading time = readDateTime(field, at);
        if (refuses(time.findings)) {
            return time;
        }
        sign.insert(u"at"_s, time.value);
    }
    // Who will not sign is named with a witness: 拒签.
    if (object.value(u"refused"_s).toBool()) {
        ValueReading witness = readText(field, object.value(u"witness"_s), false);
        if (!witness.value.isString()) {
            return refused(field, u"input.witness"_s);
        }
        sign.insert(u"refused"_s, true);
        sign.insert(u"witness"_s, witness.value);
        FieldDef why = field;
        why.max = kRefusalReason;
        const ValueReading reason = readText(why, object.value(u"reason"_s).toString(), false);
        if (refuses(reason.findings)) {
            return reason;
        }
        if (reason.value.isString()) {
            sign.insert(u"reason"_s, reason.value);
        }
    }
    return {sign, {}};
}

ValueReading readArray(const FieldDef &field, const QJsonValue &input)
{
    const QJsonArray array = input.toArray();
    const bool rows =
        input.isArray() &&
        std::all_of(array.cbegin(), array.cend(), [](const auto &item) { return item.isObject(); });
    if (!rows) {
        return refused(field, u"input.list"_s, {{u"value"_s, shown(input)}});
    }
    return {array.isEmpty() ? QJsonValue(QJsonValue::Null) : input, {}};
}

} // namespace

QJsonObject typedSignature(const QString &text)
{
    static const QRegularExpression refusal(
        u"^(.*?)[（(，,、\\s]*(?:拒签|refused to sign\\b)[，,；;、\\s]*"
        "(?:(?:见证人?|witness)[：:\\s]*)?(.*?)"
        "(?:[，,；;、\\s]+(?:原因|理由|reason)[：:\\s]*(.*?))?[）)\\s]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString typed = normalizedText(text, false);
    const auto found = refusal.match(typed);
    if (found.captured(1).isEmpty()) {
        return {{u"name"_s, typed}};
    }
    QJsonObject sign{
        {u"name"_s, found.captured(1)}, {u"refused"_s, true}, {u"witness"_s, found.captured(2)}};
    if (!found.captured(3).isEmpty()) {
        sign.insert(u"reason"_s, found.captured(3));
    }
    return sign;
}

QString signatureName(const QJsonObject &sign, bool chinese)
{
    const QString name = sign.value(u"name"_s).toString();
    if (!sign.value(u"refused"_s).toBool()) {
        return name;
    }
    const QString reason = sign.value(u"reason"_s).toString();
    return (chinese ? u"%1（拒签，见证人：%2%3）"_s : u"%1 (refused to sign; witness: %2%3)"_s)
        .arg(name,
             sign.value(u"witness"_s).toString(),
             reason.isEmpty() ? QString() : (chinese ? u"；原因："_s : u"; reason: "_s) + reason);
}

ValueReading
readValue(const FieldCatalogue &catalogue, const FieldDef &field, const QJsonValue &input)
{
    if (input.isNull() || input.isUndefined()) {
        return {QJsonValue::Null, {}};
    }
    const CodeList *list = field.choices.isEmpty() ? nullptr : catalogue.codeList(field.choices);
    switch (field.type) {
    case FieldType::Memo:
        return readText(field, input, true);
    case FieldType::Date:
        return readDate(field, input);
    case FieldType::DateTime:
        return readDateTime(field, input);
    case FieldType::Int:
        return readInteger(field, input);
    case FieldType::Decimal:
        return readDecimal(field, input);
    case FieldType::Money:
        return readMoney(field, input);
    case FieldType::Enum:
        return readChoice(field, list, input);
    case FieldType::Multi:
        return readMulti(field, list, input);
    case FieldType::Phone:
        return readPhone(field, input);
    case FieldType::Sign:
        return readSign(field, input);
    case FieldType::Bool:
        return readBool(field, input);
    case FieldType::List:
    case FieldType::Attach:
        return readArray(field, input);
    case FieldType::Text:
    case FieldType::Dept:
    case FieldType::Person:
    case FieldType::Ref:
    case FieldType::Seal:
        break;
    }
    return readText(field, input, false);
}

FieldsReading readFields(const FieldCatalogue &catalogue, const QJsonObject &input)
{
    FieldsReading reading;
    for (auto it = input.constBegin(); it != input.constEnd(); ++it) {
        const FieldDef *field = fieldOfName(catalogue, it.key());
        if (field == nullptr) {
            const QString near = nearestFieldId(catalogue, it.key());
            reading.findings.append(
                {near.isEmpty() ? u"input.unknownField"_s : u"input.unknownField.near"_s,
                 Severity::Refusal,
                 it.key(),
                 {{u"name"_s, it.key()}, {u"near"_s, near}}});
            continue;
        }
        if (reading.fields.contains(field->id)) {
            reading.findings.append({u"input.twice"_s,
                                     Severity::Refusal,
                                     field->id,
                                     named(*field, {{u"name"_s, it.key()}})});
            continue;
        }
        const ValueReading value = readValue(catalogue, *field, it.value());
        reading.findings += value.findings;
        if (!value.value.isUndefined()) {
            reading.fields.insert(field->id, value.value);
        }
    }
    return reading;
}

QJsonObject fieldsToJson(const FieldCatalogue &catalogue, const QJsonObject &fields)
{
    QJsonObject json;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const FieldDef *field = catalogue.field(it.key());
        if (field != nullptr && field->type == FieldType::DateTime && it.value().isDouble()) {
            json.insert(it.key(), Instant::fromUtcMs(it.value().toInteger()).toLocalText());
        } else if (field != nullptr && field->type == FieldType::Money &&
                   !it.key().endsWith(u"Fen"_s)) {
            json.insert(it.key() + u"Fen"_s, it.value());
        } else if (field != nullptr && field->type == FieldType::Sign && it.value().isObject()) {
            QJsonObject sign = it.value().toObject();
            if (sign.value(u"at"_s).isDouble()) {
                sign.insert(u"at"_s,
                            Instant::fromUtcMs(sign.value(u"at"_s).toInteger()).toLocalText());
            }
            json.insert(it.key(), sign);
        } else {
            json.insert(it.key(), it.value());
        }
    }
    return json;
}

} // namespace huiyin
