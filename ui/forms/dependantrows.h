// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLineEdit;

namespace huiyin {

/// People somebody kept: name, age, unable to work, years where a person reckons them. An empty row
/// always follows.
class DependantRows : public QWidget
{
    Q_OBJECT

public:
    explicit DependantRows(QWidget *parent);

    /// As compensation asks for them: [{name, age, unableToWork, years}].
    [[nodiscard]] QJsonArray value() const;
    void setValue(const QJsonArray &people);

signals:
    void edited();

private:
    struct Row
    {
        QLineEdit *name, *age;
        QCheckBox *unable;
        QLineEdit *years;
    };

    void addRow();

    std::vector<Row> m_rows;
};

} // namespace huiyin
