// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/dependantrows.h>
#include <forms/theme.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QJsonObject>
#include <QLineEdit>
#include <QVBoxLayout>

namespace huiyin {

DependantRows::DependantRows(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) / 2);
    addRow();
}

void DependantRows::addRow()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(spacingUnit(font()));
    const auto field = [this, line](const QString &label, int han, int most) {
        auto *edit = new QLineEdit(this);
        edit->setPlaceholderText(label);
        edit->setAccessibleName(label);
        edit->setFixedWidth(han * hanWidth(font()));
        if (most > 0) {
            edit->setValidator(new QIntValidator(0, most, edit));
        }
        line->addWidget(edit);
        return edit;
    };
    Row row{};
    row.name = field(tr("Name"), 6, 0);
    row.age = field(tr("Age"), 4, 150);
    row.unable = new QCheckBox(tr("Unable to work"), this);
    row.unable->setAccessibleName(row.unable->text());
    line->addWidget(row.unable);
    row.years = field(tr("Years"), 4, 100);
    line->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    const auto changed = [this] {
        const Row &last = m_rows.back();
        if (!last.name->text().isEmpty() || !last.age->text().isEmpty() ||
            last.unable->isChecked()) {
            addRow();
        }
        emit edited();
    };
    m_rows.push_back(row);
    for (auto *edit : {row.name, row.age, row.years}) {
        connect(edit, &QLineEdit::textChanged, this, changed);
    }
    connect(row.unable, &QCheckBox::toggled, this, changed);
}

QJsonArray DependantRows::value() const
{
    QJsonArray people;
    for (const Row &row : m_rows) {
        QJsonObject one;
        if (!row.name->text().trimmed().isEmpty()) {
            one.insert(QStringLiteral("name"), row.name->text().trimmed());
        }
        for (const auto &[key, edit] : {std::pair("age", row.age), std::pair("years", row.years)}) {
            if (!edit->text().isEmpty()) {
                one.insert(QLatin1StringView(key), edit->text().toInt());
            }
        }
        if (row.unable->isChecked()) {
            one.insert(QStringLiteral("unableToWork"), true);
        }
        if (!one.isEmpty()) {
            people.append(one);
        }
    }
    return people;
}

void DependantRows::setValue(const QJsonArray &people)
{
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (i == static_cast<qsizetype>(m_rows.size())) {
            addRow();
        }
        const QJsonObject one = people.at(i).toObject();
        const Row row = m_rows.at(i);
        row.name->setText(one.value(QLatin1String("name")).toString());
        for (const auto &[key, edit] : {std::pair("age", row.age), std::pair("years", row.years)}) {
            const auto number = one.value(QLatin1StringView(key));
            edit->setText(number.isDouble() ? QString::number(number.toInt()) : QString());
        }
        row.unable->setChecked(one.value(QLatin1String("unableToWork")).toBool());
    }
}

} // namespace huiyin
