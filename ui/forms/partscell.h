// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/cell.h>
#include <forms/formhouse.h>

#include <QJsonArray>
#include <QScrollArea>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace huiyin {

class NameEdit;

/// A case split to several departments: one row a department with its task. An empty row always
/// follows; a row without department is none. What a part holds besides stays in it.
class PartsCell : public QScrollArea, public Cell
{
    Q_OBJECT

public:
    PartsCell(const FormHouse &house, QWidget *parent);
    ~PartsCell() override;

    [[nodiscard]] QWidget *editor() override { return this; }

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &raw) override;
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] int heightFor(int width) const override;

    /// Types a department and its task into a row, as a person would.
    void fill(int row, const QString &department, const QString &task);

private:
    struct Row
    {
        NameEdit *dept;
        QLineEdit *task;
    };

    void addRow();
    void changed();

    const FormHouse &m_house;
    QVBoxLayout *m_column = nullptr;
    std::vector<Row> m_rows;
    QJsonArray m_kept; ///< the parts as they were set
    bool m_filling = false;
};

} // namespace huiyin
