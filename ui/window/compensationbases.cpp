// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/moneyedit.h>
#include <forms/quietlabel.h>
#include <models/regulationwords.h>
#include <window/compensationbases.h>

#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kFigureHan = 5;

QStringList wanted(const Regulation &regulation, const QJsonObject &fields)
{
    QStringList ids;
    for (const CompensationRule &rule : regulation.compensations) {
        if (!rule.when.holds(fields)) {
            continue;
        }
        ids.append(rule.base);
        if (rule.times) {
            ids << rule.times->least.parameter << rule.times->most.parameter;
        }
    }
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

} // namespace

QLineEdit *CompensationBases::Base::edit() const { return money ? money : figure; }

CompensationBases::CompensationBases(const Shell &shell, const CaseFile &caseFile, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) * 2);
    const Regulation &regulation = shell.desk.regulationOf(caseFile);
    QJsonObject fields = caseFile.fields();
    // What the sheet recorded last counted by, where no field of the case keeps it.
    for (const auto &item : caseFile.value(u"compensationItems").toArray()) {
        const auto *rule = regulation.compensation(item[u"item"].toString());
        if (rule != nullptr && !fields.contains(rule->base) && item[u"baseFen"].isDouble()) {
            fields.insert(rule->base, item[u"baseFen"]);
        }
    }
    for (const QString &id : wanted(regulation, fields)) {
        addBase(regulation, id, fields);
    }
}

void CompensationBases::addBase(const Regulation &regulation,
                                const QString &id,
                                const QJsonObject &fields)
{
    const ParameterRule *rule = regulation.parameter(id);
    const bool chinese = m_shell.language == Language::Chinese;
    const QString name = rule == nullptr                 ? fieldLabel(m_shell.ground(), id)
                         : chinese || rule->en.isEmpty() ? rule->zh
                                                         : rule->en;
    Base base;
    base.id = id;
    if (rule == nullptr || rule->unit == QLatin1String("yuan")) {
        base.money = new MoneyEdit(name, this);
        if (fields.value(id).isDouble()) {
            base.money->setFen(fields.value(id).toInteger());
        } else if (rule != nullptr && rule->scaled) {
            base.money->setFen(fenOfYuan(*rule->scaled));
        }
    } else {
        base.figure = new QLineEdit(this);
        base.figure->setAccessibleName(name);
        base.figure->setAlignment(Qt::AlignRight);
        base.figure->setFixedWidth(kFigureHan * hanWidth(font()));
        base.figure->setValidator(new QDoubleValidator(0, 1e9, 4, base.figure));
        base.figure->setText(rule->scaled ? figureText(*rule->scaled) : QString());
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(spacingUnit(font()) * 2);
    auto *label = new QLabel(name, this);
    label->setBuddy(base.edit());
    row->addWidget(label);
    row->addWidget(base.edit());
    row->addWidget(new QLabel(base.money ? tr("yuan") : tr("times"), this));
    row->addWidget(
        new QuietLabel(RegulationWords::confirmation(rule ? rule->needsConfirmation : QString()),
                       this,
                       Theme::Role::Warning),
        1);
    connect(base.edit(), &QLineEdit::textEdited, this, &CompensationBases::edited);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    m_bases.push_back(base);
}

void CompensationBases::addTo(QJsonObject &input) const
{
    QJsonObject parameters;
    for (const Base &base : m_bases) {
        if (base.money && base.money->fen()) {
            input.insert(base.id + QStringLiteral("Fen"), *base.money->fen());
        } else if (base.figure && !base.figure->text().isEmpty()) {
            parameters.insert(base.id, base.figure->text().toDouble());
        }
    }
    if (!parameters.isEmpty()) {
        input.insert(QStringLiteral("parameters"), parameters);
    }
}

QJsonObject CompensationBases::typed() const
{
    QJsonObject typed;
    for (const Base &base : m_bases) {
        typed.insert(base.id, base.edit()->text());
    }
    return typed;
}

void CompensationBases::resume(const QJsonObject &typed)
{
    for (const Base &base : m_bases) {
        if (typed.contains(base.id)) {
            base.edit()->setText(typed.value(base.id).toString());
        }
    }
}

} // namespace huiyin
