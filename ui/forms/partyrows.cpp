// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/moneyedit.h>
#include <forms/partyrows.h>
#include <forms/quietlabel.h>

#include <QComboBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QIntValidator>
#include <QLineEdit>

namespace huiyin {

namespace {

bool isMember(const QString &kind)
{
    return kind == QLatin1String("person") || kind == QLatin1String("group");
}

} // namespace

PartyRows::PartyRows(const QStringList &kinds, bool points, QWidget *parent)
    : QWidget(parent)
    , m_kinds(kinds)
    , m_points(points)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacingUnit(font()));
    const QStringList heads{tr("Party"),
                            tr("Name"),
                            tr("Department"),
                            tr("Times"),
                            m_points ? tr("Base points") : QString(),
                            tr("Monthly bonus"),
                            tr("Monthly wage")};
    for (int i = 0; i < heads.size(); ++i) {
        auto *head = new QuietLabel(heads.at(i), this);
        head->setWordWrap(false);
        grid->addWidget(head, 0, i, i < 3 ? Qt::AlignLeft : Qt::AlignRight);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    addRow();
}

QString PartyRows::kindWord(const QString &kind)
{
    const QList<std::pair<QString, QString>> words{{QStringLiteral("person"), tr("Person")},
                                                   {QStringLiteral("staff"), tr("Employee")},
                                                   {QStringLiteral("group"), tr("Group")},
                                                   {QStringLiteral("department"), tr("Department")},
                                                   {QStringLiteral("store"), tr("Store")},
                                                   {QStringLiteral("dealer"), tr("Dealer")},
                                                   {QStringLiteral("contractor"), tr("Contractor")},
                                                   {QStringLiteral("supplier"), tr("Supplier")}};
    for (const auto &[id, word] : words) {
        if (id == kind) {
            return word;
        }
    }
    return kind;
}

void PartyRows::addRow()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const int at = static_cast<int>(m_rows.size()) + 1;
    Row row{};
    row.kind = new QComboBox(this);
    row.kind->setAccessibleName(tr("Party"));
    for (const QString &kind : std::as_const(m_kinds)) {
        row.kind->addItem(kindWord(kind), kind);
    }
    grid->addWidget(row.kind, at, 0);
    const auto line = [&](int column, const QString &label) {
        auto *edit = new QLineEdit(this);
        edit->setAccessibleName(label);
        grid->addWidget(edit, at, column);
        return edit;
    };
    const auto money = [&](int column, const QString &label) {
        auto *edit = new MoneyEdit(label, this);
        grid->addWidget(edit, at, column);
        return edit;
    };
    row.name = line(1, tr("Name"));
    row.department = line(2, tr("Department"));
    row.events = line(3, tr("Times"));
    row.events->setValidator(new QIntValidator(1, 10000, row.events));
    row.events->setText(QStringLiteral("1"));
    row.points = line(4, tr("Base points"));
    row.points->setValidator(new QDoubleValidator(0, 1e6, 4, row.points));
    row.points->setVisible(m_points);
    for (auto *edit : {row.events, row.points}) {
        edit->setAlignment(Qt::AlignRight);
        edit->setFixedWidth(4 * hanWidth(font()));
    }
    row.bonus = money(5, tr("Monthly bonus"));
    row.wage = money(6, tr("Monthly wage"));
    m_rows.push_back(row);
    const auto changed = [this] {
        if (!m_rows.back().name->text().trimmed().isEmpty()) {
            addRow();
        }
        emit edited();
    };
    for (auto *edit : findChildren<QLineEdit *>()) {
        disconnect(edit, &QLineEdit::textChanged, this, nullptr);
        connect(edit, &QLineEdit::textChanged, this, changed);
    }
    connect(row.kind, &QComboBox::currentIndexChanged, this, &PartyRows::edited);
}

void PartyRows::setFirst(const QString &name, const QString &department)
{
    m_rows.front().name->setText(name);
    m_rows.front().department->setText(department);
}

QJsonObject PartyRows::valueOf(const Row &row)
{
    QJsonObject one;
    if (!row.department->text().trimmed().isEmpty()) {
        one.insert(QStringLiteral("department"), row.department->text().trimmed());
    }
    if (row.events->text().toInt() > 1) {
        one.insert(QStringLiteral("events"), row.events->text().toInt());
    }
    if (row.points->text().toDouble() > 0) {
        one.insert(QStringLiteral("basePoints"), row.points->text().toDouble());
    }
    for (const auto &[key, edit] :
         {std::pair("monthlyBonusFen", row.bonus), std::pair("monthlyWageFen", row.wage)}) {
        if (edit->fen()) {
            one.insert(QLatin1StringView(key), *edit->fen());
        }
    }
    return one;
}

QJsonObject PartyRows::value() const
{
    QJsonArray members;
    QJsonArray parties;
    for (const Row &row : m_rows) {
        const QString name = row.name->text().trimmed();
        if (name.isEmpty()) {
            continue;
        }
        const QString kind = row.kind->currentData().toString();
        QJsonObject one = valueOf(row);
        if (isMember(kind)) {
            one.insert(kind, name);
            members.append(one);
        } else {
            one.insert(QStringLiteral("party"), kind);
            one.insert(QStringLiteral("name"), name);
            parties.append(one);
        }
    }
    QJsonObject value;
    if (!members.isEmpty()) {
        value.insert(QStringLiteral("members"), members);
    }
    if (!parties.isEmpty()) {
        value.insert(QStringLiteral("parties"), parties);
    }
    return value;
}

QJsonObject PartyRows::party(const QString &name) const
{
    for (const Row &row : m_rows) {
        if (row.name->text().trimmed() == name) {
            return valueOf(row);
        }
    }
    return {};
}

QList<std::pair<QString, QLineEdit *>> PartyRows::editsOf(const Row &row)
{
    return {{QStringLiteral("name"), row.name},
            {QStringLiteral("department"), row.department},
            {QStringLiteral("events"), row.events},
            {QStringLiteral("points"), row.points},
            {QStringLiteral("bonus"), row.bonus},
            {QStringLiteral("wage"), row.wage}};
}

QJsonArray PartyRows::typed() const
{
    QJsonArray rows;
    for (const Row &row : m_rows) {
        QJsonObject one{{QStringLiteral("kind"), row.kind->currentData().toString()}};
        for (const auto &[key, edit] : editsOf(row)) {
            if (!edit->text().isEmpty()) {
                one.insert(key, edit->text());
            }
        }
        rows.append(one);
    }
    return rows;
}

void PartyRows::resume(const QJsonArray &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i == static_cast<qsizetype>(m_rows.size())) {
            addRow();
        }
        const QJsonObject one = rows.at(i).toObject();
        const Row row = m_rows.at(i);
        if (const int at = row.kind->findData(one.value(QLatin1String("kind"))); at >= 0) {
            row.kind->setCurrentIndex(at);
        }
        for (const auto &[key, edit] : editsOf(row)) {
            edit->setText(one.value(key).toString());
        }
    }
}

} // namespace huiyin
