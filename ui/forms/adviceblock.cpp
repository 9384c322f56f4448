// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/adviceblock.h>
#include <forms/clausewords.h>
#include <forms/quietlabel.h>
#include <rules/figure.h>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

AdviceBlock::AdviceBlock(const FormHouse &house, const AdviceShown &advice, QWidget *parent)
    : QFrame(parent)
    , m_advice(advice)
{
    const bool chinese = house.ground.language == Language::Chinese;
    const int unit = spacingUnit(font());
    setObjectName(QStringLiteral("advice"));
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 3 / 2, unit * 2, unit * 3 / 2);
    column->setSpacing(unit);
    column->addWidget(new QuietLabel(chinese ? advice.zh : advice.en, this, Theme::Role::Text));
    for (const QString &item : chinese ? advice.items : advice.itemsEn) {
        auto *tick = new QCheckBox(item, this);
        tick->setAccessibleName(item);
        column->addWidget(tick);
    }
    if (!advice.proposes.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(unit * 2);
        auto *words = new QuietLabel(proposalWords(house), this, Theme::Role::Text);
        m_adopt = new QPushButton(tr("Adopt"), this);
        m_adopt->setAccessibleName(tr("Adopt"));
        m_adopt->setAccessibleDescription(words->text());
        row->addWidget(words, 1);
        row->addWidget(m_adopt, 0, Qt::AlignTop);
        column->addLayout(row);
        connect(m_adopt, &QPushButton::clicked, this, [this] { emit adopted(m_advice.proposes); });
    }
    QStringList against;
    for (const QString &id : advice.refuses) {
        const MoveRule *move = house.regulation.move(id);
        against.append(move == nullptr ? id : chinese ? move->zh : move->en);
    }
    if (!against.isEmpty()) {
        const QString names = against.join(chinese ? QStringLiteral("、") : QStringLiteral(", "));
        auto *words =
            new QuietLabel(tr("Advised against: %1").arg(names), this, Theme::Role::Warning);
        words->setObjectName(QStringLiteral("against"));
        column->addWidget(words);
    }
    if (!advice.rules.isEmpty()) {
        column->addWidget(
            new QuietLabel(clauseWords(house.regulation, advice.rules, chinese), this));
    }
    paintGround();
}

QString AdviceBlock::proposalWords(const FormHouse &house) const
{
    QStringList pairs;
    for (auto it = m_advice.proposes.constBegin(); it != m_advice.proposes.constEnd(); ++it) {
        const FieldDef *field = house.ground.library->catalogue.field(it.key());
        QStringList choices;
        for (const auto &one : it->isArray() ? it->toArray() : QJsonArray{it.value()}) {
            choices.append(one.isBool()     ? (one.toBool() ? tr("yes") : tr("no"))
                           : one.isString() ? choiceLabel(house.ground, it.key(), one.toString())
                                            : QString::number(one.toInteger()));
        }
        QString value = choices.join(QStringLiteral(", "));
        if (field != nullptr && field->type == FieldType::Money) {
            value = tr("%1 yuan").arg(yuanText(it->toInteger()));
        }
        pairs.append(QStringLiteral("%1 = %2").arg(fieldLabel(house.ground, it.key()), value));
    }
    return tr("Proposed: %1").arg(pairs.join(QStringLiteral("; ")));
}

void AdviceBlock::showValues(const QJsonObject &values)
{
    if (m_adopt == nullptr) {
        return;
    }
    bool all = true;
    for (auto it = m_advice.proposes.constBegin(); it != m_advice.proposes.constEnd(); ++it) {
        all = all && values.value(it.key()) == it.value();
    }
    m_adopt->setEnabled(!all);
    m_adopt->setText(all ? tr("Adopted") : tr("Adopt"));
    m_adopt->setAccessibleName(m_adopt->text());
}

void AdviceBlock::paintGround()
{
    m_painting = true;
    QPalette colours = palette();
    colours.setColor(QPalette::Window, Theme::current().color(Theme::Role::HintFill));
    setPalette(colours);
    m_painting = false;
}

void AdviceBlock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_painting) {
        paintGround();
    }
    QFrame::changeEvent(event);
}

} // namespace huiyin
