// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/instant.h>
#include <rules/condition.h>

#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFenPerYuan = 100;

QString word(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool meets(const QJsonValue &value, const QStringList &words)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.cbegin(), items.cend(), [&](const QJsonValue &item) {
            return words.contains(word(item));
        });
    }
    // A box nobody ticked is not ticked: packs write `false` for it.
    if (value.isUndefined() || value.isNull()) {
        return words.contains(u"false"_s);
    }
    return words.contains(word(value));
}

bool isGiven(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull() &&
           !(value.isString() && value.toString().isEmpty()) &&
           !(value.isArray() && value.toArray().isEmpty());
}

/// Numbers as they stand: int and fen are JSON numbers, a decimal is a text.
std::optional<double> numberOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

struct Moment
{
    Day day;
    qint64 msOfDay;
};

std::optional<Moment> momentIn(const QJsonValue &value)
{
    if (value.isDouble()) {
        const Instant at = Instant::fromUtcMs(value.toInteger());
        return Moment{at.localDay(), at.localMsOfDay()};
    }
    if (const auto day = Day::parse(value.toString())) {
        return Moment{*day, 0};
    }
    return std::nullopt;
}

Day moved(Day day, int offset, Comparison::Step step)
{
    switch (step) {
    case Comparison::Step::Days:
        break;
    case Comparison::Step::Months:
        return Day::fromNumber(day.toDate().addMonths(offset).toJulianDay());
    case Comparison::Step::Years:
        return Day::fromNumber(day.toDate().addYears(offset).toJulianDay());
    }
    return day.addDays(offset);
}

bool fits(Comparison::Sign sign, int order)
{
    switch (sign) {
    case Comparison::Sign::Less:
        return order < 0;
    case Comparison::Sign::LessOrEqual:
        return order <= 0;
    case Comparison::Sign::Equal:
        return order == 0;
    case Comparison::Sign::GreaterOrEqual:
        return order >= 0;
    case Comparison::Sign::Greater:
        return order > 0;
    case Comparison::Sign::Given:
    case Comparison::Sign::Missing:
        break;
    }
    return false;
}

template <typename T> int orderOf(const T &a, const T &b) { return a < b ? -1 : a == b ? 0 : 1; }

std::optional<Comparison::Scale> scaleOf(FieldType type)
{
    switch (type) {
    case FieldType::Int:
    case FieldType::Decimal:
        return Comparison::Scale::Number;
    case FieldType::Money:
        return Comparison::Scale::Fen;
    case FieldType::Date:
    case FieldType::DateTime:
        return Comparison::Scale::Moment;
    default:
        return std::nullopt;
    }
}

Comparison::Sign signOf(const QString &text)
{
    static const QMap<QString, Comparison::Sign> signs = {
        {u"<"_s, Comparison::Sign::Less},
        {u"<="_s, Comparison::Sign::LessOrEqual},
        {u"="_s, Comparison::Sign::Equal},
        {u">="_s, Comparison::Sign::GreaterOrEqual},
        {u">"_s, Comparison::Sign::Greater}};
    return signs.value(text);
}

Error fault(const QString &code, const QString &field, const QString &text)
{
    return {code, {{u"field"_s, field}, {u"value"_s, text}}};
}

} // namespace

bool Comparison::holds(const QJsonObject &fields) const
{
    const QJsonValue left = fields.value(field);
    if (sign == Sign::Given || sign == Sign::Missing) {
        return isGiven(left) == (sign == Sign::Given);
    }
    if (isOpen) {
        return false;
    }
    const QJsonValue right = other.isEmpty() ? QJsonValue(text) : fields.value(other);
    if (scale != Scale::Moment) {
        const auto a = numberOf(left);
        const auto b = other.isEmpty() ? std::optional(number) : numberOf(right);
        return a && b && fits(sign, orderOf(*a, *b));
    }
    const auto a = momentIn(left);
    const auto b = momentIn(right);
    if (!a || !b) {
        return false;
    }
    const Day day = moved(b->day, offset, step);
    return fits(sign,
                wholeDay ? orderOf(a->day, day)
                         : orderOf(std::pair(a->day, a->msOfDay), std::pair(day, b->msOfDay)));
}

QString Comparison::toText(const FieldCatalogue &catalogue, bool chinese) const
{
    static const QMap<Sign, QPair<QString, QString>> words = {
        {Sign::Less, {u"小于"_s, u"below"_s}},
        {Sign::LessOrEqual, {u"不超过"_s, u"at most"_s}},
        {Sign::Equal, {u"等于"_s, u"equal to"_s}},
        {Sign::GreaterOrEqual, {u"不少于"_s, u"at least"_s}},
        {Sign::Greater, {u"大于"_s, u"above"_s}},
        {Sign::Given, {u"已填写"_s, u"given"_s}},
        {Sign::Missing, {u"未填写"_s, u"left open"_s}}};
    const QPair<QString, QString> word = words.value(sign);
    QString said = chinese ? word.first : word.second;
    if (sign == Sign::Given || sign == Sign::Missing) {
        return said;
    }
    const FieldDef *def = catalogue.field(other);
    QString side = def != nullptr ? (chinese ? def->zh : def->en)
                   : scale == Scale::Moment
                       ? text
                       : QString::number(scale == Scale::Fen ? number / kFenPerYuan : number);
    if (offset != 0) {
        const QString unit = step == Step::Months  ? (chinese ? u"个月"_s : u" months"_s)
                             : step == Step::Years ? (chinese ? u"年"_s : u" years"_s)
                                                   : (chinese ? u"天"_s : u" days"_s);
        side += (offset > 0 ? u" + "_s : u" − "_s) + QString::number(std::abs(offset)) + unit;
    }
    return said + u' ' + side;
}

std::optional<Result<Comparison>> Comparison::parse(const FieldCatalogue &catalogue,
                                                    const QString &field,
                                                    const QString &text,
                                                    const QStringList &parameters)
{
    static const QRegularExpression form(u"^\\s*(<=|>=|<|>|=)\\s*(.+?)\\s*$"_s);
    static const QRegularExpression right(
        u"^([A-Za-z][A-Za-z0-9]*)(?:\\s*([+-])\\s*(\\d{1,5})\\s*(days?|months?|years?))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const FieldDef *def = catalogue.field(field);
    const auto scale = def == nullptr ? std::nullopt : scaleOf(def->type);
    if (!scale) {
        return Result<Comparison>(fault(u"condition.field.kind"_s, field, text));
    }
    Comparison made{.field = field, .sign = signOf(match.captured(1)), .scale = *scale};
    const QString operand = match.captured(2);
    made.wholeDay = def->type == FieldType::Date;
    if (const auto named = right.match(operand); named.hasMatch()) {
        const FieldDef *other = catalogue.field(named.captured(1));
        const bool moves = !named.captured(2).isEmpty();
        const bool isFigure = parameters.contains(named.captured(1));
        if (other == nullptr && isFigure && !moves && *scale != Scale::Moment) {
            made.parameter = named.captured(1);
            made.isOpen = true;
            return Result<Comparison>(made);
        }
        if (other == nullptr || scaleOf(other->type) != scale ||
            (moves && *scale != Scale::Moment)) {
            return Result<Comparison>(fault(u"condition.other"_s, field, operand));
        }
        made.other = other->id;
        made.wholeDay = made.wholeDay || other->type == FieldType::Date;
        made.offset = named.captured(3).toInt() * (named.captured(2) == u"-" ? -1 : 1);
        made.step = named.captured(4).startsWith(u'm')   ? Step::Months
                    : named.captured(4).startsWith(u'y') ? Step::Years
                                                         : Step::Days;
        return Result<Comparison>(made);
    }
    if (*scale == Scale::Moment) {
        if (!Day::parse(operand)) {
            return Result<Comparison>(fault(u"condition.value"_s, field, operand));
        }
        made.text = operand;
        made.wholeDay = true;
        return Result<Comparison>(made);
    }
    bool ok = false;
    const double number = operand.toDouble(&ok);
    if (!ok || !std::isfinite(number)) {
        return Result<Comparison>(fault(u"condition.value"_s, field, operand));
    }
    made.number = *scale == Scale::Fen ? std::round(number * kFenPerYuan) : number;
    return Result<Comparison>(made);
}

bool Condition::holds(const QJsonObject &fields) const
{
    for (auto it = anyOf.cbegin(); it != anyOf.cend(); ++it) {
        if (!meets(fields.value(it.key()), it.value())) {
            return false;
        }
    }
    return std::all_of(further.cbegin(),
                       further.cend(),
                       [&](const auto &demand) {
                           return meets(fields.value(demand.first), demand.second);
                       }) &&
           std::all_of(comparisons.cbegin(), comparisons.cend(), [&](const Comparison &one) {
               return one.holds(fields);
           });
}

void Condition::join(const Condition &other)
{
    for (auto it = other.anyOf.cbegin(); it != other.anyOf.cend(); ++it) {
        further.append({it.key(), it.value()});
    }
    further += other.further;
    comparisons += other.comparisons;
}

Condition Condition::apartFrom(const QStringList &fields) const
{
    Condition rest = *this;
    for (const QString &field : fields) {
        rest.anyOf.remove(field);
        rest.comparisons.removeIf([&](const Comparison &one) { return one.field == field; });
        rest.further.removeIf([&](const auto &one) { return one.first == field; });
    }
    return rest;
}

QStringList Condition::fields() const
{
    QStringList ids = anyOf.keys();
    for (const auto &demand : further) {
        ids.append(demand.first);
    }
    for (const Comparison &one : comparisons) {
        ids.append(one.field);
        if (!one.other.isEmpty()) {
            ids.append(one.other);
        }
    }
    return ids;
}

} // namespace huiyin
